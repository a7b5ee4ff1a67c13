// Every constant of the customer model, one section a rule.
#pragma once

#include "model/acquisition.hpp"
#include "model/advertising.hpp"
#include "model/affect.hpp"
#include "model/belief.hpp"
#include "model/care.hpp"
#include "model/complaint.hpp"
#include "model/episode.hpp"
#include "model/expectation.hpp"
#include "model/fading.hpp"
#include "model/labels.hpp"
#include "model/loyalty.hpp"
#include "model/loyalty_benefit.hpp"
#include "model/memory.hpp"
#include "model/money.hpp"
#include "model/online_review.hpp"
#include "model/perception.hpp"
#include "model/preference.hpp"
#include "model/quality.hpp"
#include "model/recovery.hpp"
#include "model/survey.hpp"
#include "model/trust.hpp"
#include "model/word_of_mouth.hpp"

namespace cxsim {

struct CustomerSettings {
  FadingSettings fading;
  QualitySettings quality;
  PerceptionSettings perception;
  ExpectationSettings expectation;
  AffectSettings affect;
  BeliefSettings belief;
  TrustSettings trust;
  EpisodeSettings episode;
  MemorySettings memory;
  ComplaintSettings complaint;
  RecoverySettings recovery;
  CareSettings care;
  WordOfMouthSettings word_of_mouth;
  OnlineReviewSettings online_review;
  AdvertisingSettings advertising;
  PreferenceSettings preference;
  LoyaltySettings loyalty;
  LoyaltyBenefitSettings loyalty_benefit;
  AcquisitionSettings acquisition;
  SurveySettings survey;
  LabelSettings labels;
};

// Calls visit(section_name, section) for each section, in the order a customer lives them.
template <class Settings, class Visit>
void for_each_section(Settings& customer, Visit visit) {
  visit("fading", customer.fading);
  visit("quality", customer.quality);
  visit("perception", customer.perception);
  visit("expectation", customer.expectation);
  visit("affect", customer.affect);
  visit("belief", customer.belief);
  visit("trust", customer.trust);
  visit("episode", customer.episode);
  visit("memory", customer.memory);
  visit("complaint", customer.complaint);
  visit("recovery", customer.recovery);
  visit("care", customer.care);
  visit("word_of_mouth", customer.word_of_mouth);
  visit("online_review", customer.online_review);
  visit("advertising", customer.advertising);
  visit("preference", customer.preference);
  visit("loyalty", customer.loyalty);
  visit("loyalty_benefit", customer.loyalty_benefit);
  visit("acquisition", customer.acquisition);
  visit("survey", customer.survey);
  visit("labels", customer.labels);
}

}  // namespace cxsim
