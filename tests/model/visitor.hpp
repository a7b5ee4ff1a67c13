// One customer who lives the same contacts twice: by the rules of model/ and on paper.
#pragma once

#include <gtest/gtest.h>

#include <cmath>

#include "model/contact.hpp"
#include "paper.hpp"
#include "people.hpp"

namespace cxsim {

// A touchpoint for the one who comes to it, as the firm delivers it at capability 1.
struct Stop {
  FacetsOf<float> facets;
  float level_quality;   // rational, emotional and sensorial, weighted
  float level_physical;  // physical, weighted
  float effort;
};

class Visitor {
 public:
  Visitor(const Mind<float>& mind, float reactivity) : mind_(mind), reactivity_(reactivity) {
    const Beliefs<float>& b = mind.belief;
    const float beliefs[] = {b.product, b.service, b.ux, b.brand};
    for (int f = 0; f < 4; ++f) paper_.B[f] = static_cast<double>(beliefs[f]);
    paper_.e = mind.expectation_offset;
    paper_.V = mind.valence;
    paper_.A = mind.arousal;
    paper_.S = mind.satisfaction;
    paper_.U = mind.implicit;
    paper_.T = mind.trust;
    paper_.C = mind.commitment;
    paper_.K = mind.cynicism;
    paper_.Q = mind.equity;
    paper_.X = mind.neighbour_exits;
    paper_.react = reactivity;
  }

  void begin_hostile() { hostile_ = paper_.hostile = true; }

  void wait_days(float days) {
    fade(mind_, days, settings_.fading);
    paper_.pass(days);
  }

  // Lives one contact both ways; the caller has filled what luck and policy bring.
  void meet(const Stop& at, PaperContact c) {
    const Encounter<float> encounter = encounter_of(at, c);
    const Circumstances<float> circumstances{narrow(c.eps),  narrow(c.u),   c.failed ? 1.0f : 0.0f,
                                             narrow(c.pers), narrow(c.an),  narrow(c.consent),
                                             narrow(c.prv),  narrow(c.care)};
    const Yardstick<float> yardstick{narrow(c.E_mkt), narrow(c.Pi), narrow(c.claim)};
    experience_ =
        live_encounter(mind_, encounter, circumstances, yardstick, reactivity_, settings_);
    hostile_ = turns_hostile(mind_.cynicism, hostile_, settings_.trust);
    if (c.care > 0) receive_care(mind_, static_cast<float>(c.care), settings_.care);
    live_through(episode_, experience_.reaction, at.effort, settings_.episode);

    const float facets[] = {at.facets.product, at.facets.service, at.facets.ux, at.facets.brand};
    for (int f = 0; f < 4; ++f) c.facet[f] = static_cast<double>(facets[f]);
    c.level_quality = at.level_quality;
    c.level_physical = at.level_physical;
    c.effort = at.effort;
    on_paper_ = paper_.meet(c);
  }

  void lose_information() {
    repeat_oneself(mind_, episode_, reactivity_, settings_.episode);
    paper_.repeat_to_next_department();
  }

  enum class Outcome { resolved, unresolved };

  void close(Outcome outcome, float importance) {
    const bool resolved = outcome == Outcome::resolved;
    remembered_ =
        remembered_experience(episode_, static_cast<float>(paper_.n), resolved ? 1.0f : 0.0f,
                              importance, 0.0f, settings_.episode);
    remember(mind_, remembered_, episode_.effort, importance, settings_.memory);
    remembered_on_paper_ = paper_.x_J(resolved, static_cast<double>(importance));
    paper_.close(remembered_on_paper_, static_cast<double>(importance));
  }

  void ignore() {
    be_ignored(mind_, settings_.complaint);
    paper_.be_ignored();
  }

  enum class Attempt { first, later };

  void recover(float inner_delay, Attempt attempt) {
    const bool before = attempt == Attempt::later;
    remembered_ = recovery_experience(mind_, inner_delay, before, settings_.recovery);
    be_recovered(mind_, remembered_, settings_.recovery);
    remembered_on_paper_ = paper_.recovered(static_cast<double>(inner_delay), before);
  }

  void fail_to_recover() {
    be_failed_again(mind_, settings_.recovery);
    paper_.recovery_failed();
  }

  // Both lives agree in everything, to the precision of a float.
  void expect_agreement(double tolerance = 1e-6) const {
    const Beliefs<float>& b = mind_.belief;
    const float beliefs[] = {b.product, b.service, b.ux, b.brand};
    for (int f = 0; f < 4; ++f) EXPECT_NEAR(beliefs[f], paper_.B[f], tolerance) << "facet " << f;
    EXPECT_NEAR(mind_.expectation_offset, paper_.e, tolerance);
    EXPECT_NEAR(mind_.valence, paper_.V, tolerance);
    EXPECT_NEAR(mind_.arousal, paper_.A, tolerance);
    EXPECT_NEAR(mind_.satisfaction, paper_.S, tolerance);
    EXPECT_NEAR(mind_.implicit, paper_.U, tolerance);
    EXPECT_NEAR(mind_.trust, paper_.T, tolerance);
    EXPECT_NEAR(mind_.commitment, paper_.C, tolerance);
    EXPECT_NEAR(mind_.cynicism, paper_.K, tolerance);
    EXPECT_NEAR(mind_.equity, paper_.Q, tolerance);
    EXPECT_NEAR(mind_.neighbour_exits, paper_.X, tolerance);
    EXPECT_EQ(hostile_, paper_.hostile);
    EXPECT_NEAR(episode_.peak, paper_.pk, tolerance);
    EXPECT_NEAR(episode_.end, paper_.en, tolerance);
    EXPECT_NEAR(episode_.sum, paper_.sum, tolerance * 2);
    EXPECT_NEAR(episode_.effort, paper_.effort, tolerance * 5);
    EXPECT_NEAR(remembered_, remembered_on_paper_, tolerance);
    expect_same_experience(tolerance);
  }

  const Mind<float>& mind() const { return mind_; }
  const Episode<float>& episode() const { return episode_; }
  const Experience<float>& experience() const { return experience_; }
  const PaperExperience& on_paper() const { return on_paper_; }
  const Paper& paper() const { return paper_; }
  bool hostile() const { return hostile_; }
  float remembered() const { return remembered_; }

 private:
  static float narrow(double x) { return static_cast<float>(x); }

  Encounter<float> encounter_of(const Stop& at, const PaperContact& c) const {
    Encounter<float> e{};
    e.quality = at.level_quality;
    e.physical = at.level_physical;
    e.failure_damping = c.bot ? settings_.quality.bot_failure_damping : 1.0f;
    e.wait = narrow(c.wait);
    e.wait_perception = settings_.quality.wait_perception;
    e.facet_product = at.facets.product;
    e.facet_service = at.facets.service;
    e.facet_ux = at.facets.ux;
    e.facet_brand = at.facets.brand;
    e.importance = narrow(c.imp);
    return e;
  }

  void expect_same_experience(double tolerance) const {
    EXPECT_NEAR(experience_.delivered, on_paper_.q, tolerance);
    EXPECT_NEAR(experience_.believed, on_paper_.believed, tolerance);
    EXPECT_NEAR(experience_.perceived, on_paper_.p, tolerance);
    EXPECT_NEAR(experience_.expected, on_paper_.E, tolerance);
    EXPECT_NEAR(experience_.gap, on_paper_.D, tolerance);
    EXPECT_NEAR(experience_.reaction, on_paper_.x, tolerance);
  }

  CustomerSettings settings_ = default_customer();
  Mind<float> mind_;
  Episode<float> episode_ = fresh_episode<float>();
  Experience<float> experience_{};
  float reactivity_;
  float remembered_ = 0;
  bool hostile_ = false;
  Paper paper_;
  PaperExperience on_paper_{};
  double remembered_on_paper_ = 0;
};

}  // namespace cxsim
