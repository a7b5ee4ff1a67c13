#include "cli/run_uncertain.hpp"

#include <errno.h>  // the name the program was called by
#include <fmt/format.h>

#include "analysis/sensitivity/uncertain.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "experiments/estimate.hpp"
#include "experiments/sweep_run.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

Result<Sweep> uncertain_sweep(const UncertainRun& options) {
  auto family = options.scenario.load_family();
  if (!family) return family.problems();
  SweepRequest request;
  request.design = DesignKind::random;
  request.size = options.draws;
  request.seed = options.design_seed;
  for (const UncertainSetting& setting : family->uncertain())
    request.variations.push_back(variation_of(setting));
  auto sweep = Sweep::of(std::move(*family), std::move(request));
  if (!sweep) return sweep;
  const auto redrawn = check_points(*sweep, {}, options.threads);
  if (!redrawn) return redrawn.problems();
  Estimate estimate = estimate_of(sweep->base(), options.threads);
  estimate.seconds *= static_cast<double>(sweep->points());
  if (!options.quiet)
    tell(fmt::format("{} draws of {} uncertain parameters, {} replication{} each{}.{}",
                     sweep->points(), sweep->variations().size(), sweep->replications(),
                     sweep->replications() == 1 ? "" : "s",
                     *redrawn > 0 ? fmt::format("; {} drawn again, for the scenario does not allow "
                                                "what they would have been",
                                                *redrawn)
                                  : "",
                     is_worth_telling(estimate) ? " About " + in_words(estimate) + "." : ""));
  return sweep;
}

Status show_uncertain(const UncertainRun& options) {
  const auto text = attempt([&] {
    const UncertainOutcomes outcomes = uncertain_outcomes(SweptResults(options.output));
    return options.json ? json_of(outcomes).dump(2) + "\n"
                        : outcomes.facts.title + "\n\n" + to_text(outcomes);
  });
  if (!text) {
    tell_problems(text.problems());
    return Status::failed;
  }
  const std::string next =
      options.json || options.quiet
          ? ""
          : fmt::format("\nResults: {}\nNext: {} sensitivity {}\n", options.output,
                        program_invocation_name, options.output);
  return print(*text + next) ? Status::done : Status::failed;
}

}  // namespace

Status run_uncertain(const UncertainRun& options) {
  const auto sweep = uncertain_sweep(options);
  if (!sweep) {
    tell_problems(sweep.problems());
    return Status::wrong_input;
  }
  listen_for_interrupt();
  Progress progress(static_cast<std::int64_t>(sweep->runs()),
                    !options.quiet && has_terminal() ? Watched::yes : Watched::no);
  SweepRunPlan plan{{}, options.threads, {}, [&] { progress.advance(1); }, is_interrupted};
  const auto report = run_into_file(*sweep, options.output, plan);
  if (!report) {
    tell_problems(report.problems());
    return Status::failed;
  }
  if (!report->is_complete) {
    tell(fmt::format(
        "Interrupted: {} finished runs are kept in {}.partial, which is marked incomplete.",
        report->made, options.output));
    return Status::interrupted;
  }
  return show_uncertain(options);
}

}  // namespace cxsim
