#include "company/queue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace cxsim {
namespace {

const QueueSettings settings = defaults<QueueSettings>();

Department ordinary() { return defaults<Department>(); }

// Sakasegawa 1977 for six agents and ten minutes, in double, with the overload beyond capacity.
double by_formula(double load) {
  const double rho = std::min(load, .97);
  return std::min(45.0, 10 * std::pow(rho, std::sqrt(14.0) - 1) / (6 * (1 - rho)) +
                            60 * std::max(load - 1, 0.0));
}

TEST(MeanWait, FollowsTheFormula) {
  for (const double load : {.1, .3, .5, .7, .78, .85, .9, .95, .97, 1.0, 1.05, 1.2})
    EXPECT_NEAR(mean_wait(static_cast<float>(load), settings), by_formula(load),
                2e-5 * by_formula(load) + 1e-6)
        << load;
}

TEST(MeanWait, IsWhatTheFormulaGivesByHand) {
  EXPECT_NEAR(mean_wait(.5f, settings), .4983, .0005);  // 10 * .5^2.741657 / 3
  EXPECT_NEAR(mean_wait(.7f, settings), 2.0895, .0005);
  EXPECT_NEAR(mean_wait(.9f, settings), 12.486, .005);
}

TEST(MeanWait, EndsBetweenNothingAndTheLongestWait) {
  EXPECT_NEAR(mean_wait(0, settings), 0, 1e-6);
  EXPECT_EQ(mean_wait(.97f, settings), 45);
  EXPECT_EQ(mean_wait(1.5f, settings), 45);
  QueueSettings patient = settings;
  patient.most_wait = 1000;
  EXPECT_NEAR(mean_wait(1.5f, patient), mean_wait(.97f, patient) + 30, 1e-3);
}

TEST(MeanWait, NeverFallsAsLoadRises) {
  float before = 0;
  for (int step = 0; step <= 1500; ++step) {
    const float wait = mean_wait(static_cast<float>(step) / 1000, settings);
    EXPECT_GE(wait, before) << step;
    before = wait;
  }
}

TEST(MeanWait, FallsWithMoreAgents) {
  QueueSettings many = settings;
  many.agents = 60;
  EXPECT_LT(mean_wait(.8f, many), mean_wait(.8f, settings) / 5);
}

// The schedule of a department, in double.
struct Expected {
  double workload = 0, capacity = 0, load = .7, wait = 1;

  void day(int number, double minutes, double staffing) {
    workload += (number < 20 ? .3 : .1) * (minutes - workload);
    if (number < 60) return;
    if (number == 60) {
      capacity = std::max(1.0, workload / .78);
      return;
    }
    capacity += .02 * (staffing * workload / .78 - capacity);
    load = std::min(1.5, .7 * load + .3 * minutes / std::max(1.0, capacity));
    wait = by_formula(load);
  }
};

TEST(WorkOff, KeepsTheScheduleOfTheFirstDays) {
  DepartmentState state = open_department(ordinary(), settings);
  Expected expected;
  for (int day = 0; day < 200; ++day) {
    const float minutes = 300 + 100 * std::sin(static_cast<float>(day)) + static_cast<float>(day);
    work_off(state, minutes, 1.1f, day, settings);
    expected.day(day, static_cast<double>(minutes), 1.1);
    EXPECT_NEAR(state.workload, expected.workload, 1e-3) << day;
    EXPECT_NEAR(state.capacity, expected.capacity, 1e-3) << day;
    EXPECT_NEAR(state.load, expected.load, 1e-5) << day;
    EXPECT_NEAR(state.wait, expected.wait, 1e-3) << day;
    if (day <= 60) {
      EXPECT_EQ(state.load, .7f) << day;
      EXPECT_EQ(state.wait, 1) << day;
    }
  }
}

TEST(WorkOff, LearnsFasterOnTheFirstTwentyDays) {
  DepartmentState state = open_department(ordinary(), settings);
  work_off(state, 100, 1, 19, settings);
  EXPECT_FLOAT_EQ(state.workload, 30);
  state.workload = 0;
  work_off(state, 100, 1, 20, settings);
  EXPECT_FLOAT_EQ(state.workload, 10);
}

TEST(WorkOff, SettlesAtTheLoadTheFirmStaffsFor) {
  DepartmentState state = open_department(ordinary(), settings);
  for (int day = 0; day < 1000; ++day) work_off(state, 500, 1, day, settings);
  EXPECT_NEAR(state.load, .78, 1e-3);
  for (int day = 1000; day < 2000; ++day) work_off(state, 500, 2, day, settings);
  EXPECT_NEAR(state.load, .39, 1e-3) << "twice the staff, half the load";
}

TEST(WorkOff, HoldsLoadAndCapacity) {
  DepartmentState state = open_department(ordinary(), settings);
  for (int day = 0; day < 100; ++day) work_off(state, 0, 1, day, settings);
  EXPECT_LT(state.capacity, 1);
  work_off(state, 10000, 1, 100, settings);
  EXPECT_EQ(state.load, 1.5f);
  EXPECT_EQ(state.wait, 45);
}

TEST(WorkOff, HasACapacityOfAtLeastAMinuteWhenItOpens) {
  DepartmentState state = open_department(ordinary(), settings);
  for (int day = 0; day <= 60; ++day) work_off(state, 0, 1, day, settings);
  EXPECT_EQ(state.capacity, 1);
}

}  // namespace
}  // namespace cxsim
