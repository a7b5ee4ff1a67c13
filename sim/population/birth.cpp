#include "population/birth.hpp"

#include <bit>

namespace cxsim {

Customer be_born(PersonId person, const Segment& segment, const BirthSettings& settings,
                 StreamKey key) {
  const CustomerOf<float> c = be_born(Luck(key, person.value, 0), segment, settings);
  return std::bit_cast<Customer>(to_words(c));
}

}  // namespace cxsim
