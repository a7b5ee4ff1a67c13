// The customer model as it stands on paper, in the symbols of docs/model.md and with its constants
// written out: what the rules of model/ are held against. It shares no code with them.
#pragma once

#include <algorithm>
#include <cmath>

namespace cxsim {

inline double pos(double y) { return std::max(y, 0.0); }
inline double clip(double y, double low, double high) { return std::min(std::max(y, low), high); }

// What one contact brings, in the symbols of an encounter.
struct PaperContact {
  double level_quality = 0;   // rational, emotional and sensorial, weighted
  double level_physical = 0;  // base physical quality, weighted
  double wait = 0;
  double eps = 0, u = 0;
  bool failed = false, bot = false;
  double pers = 0, an = 0, consent = 0, prv = 0, care = 0;
  double facet[4] = {0, 0, 0, 0};
  double imp = 1, effort = 0;
  double E_mkt = .72, Pi = .80, claim = .3;
};

struct PaperExperience {
  double q, believed, p, E, D, x;
};

struct Paper {
  double B[4] = {.74, .74, .74, .74};
  double e = 0, V = 0, A = 0, S = 0, U = 0, T = .5, C = 0, K = 0, Q = 0, X = 0;
  bool hostile = false;
  double react = 1;
  double pk = 0, en = 0, sum = 0, effort = 0;
  int n = 0;

  static double hl(double days, double half_life) { return std::pow(2.0, -days / half_life); }

  void pass(double days) {
    V *= hl(days, 1);
    A *= hl(days, .25);
    S = U + (S - U) * hl(days, 365);
    U *= hl(days, 1460);
    C *= hl(days, 540);
    T = .5 + (T - .5) * hl(days, 730);
    K *= hl(days, 270);
    Q *= hl(days, 180);
    e *= hl(days, 540);
    X *= hl(days, 30);
  }

  static double quality(const PaperContact& c) {
    double q = c.level_quality + c.level_physical * std::exp(-1.36 * c.wait / 45);
    q += .07 * c.eps + c.pers * (.04 * c.an - .06 * (1 - c.consent) * c.prv) + .07 * c.care;
    if (c.failed) q -= (c.bot ? .6 : 1.0) * .45 * (.6 + (1.4 - .6) * c.u);
    return clip(q, 0, 1);
  }

  PaperExperience meet(const PaperContact& c) {
    const double q = quality(c);
    double believed = 0;
    for (int f = 0; f < 4; ++f) believed += c.facet[f] * B[f];
    const double g = believed - q;
    const double p = clip(q + .25 * g * (1 - g * g / .25) + .04 * (S + U) + .05 * V, 0, 1);
    const double E = clip(c.E_mkt + e, 0, 1);
    const double D = p - E;
    double v = .5 * D;
    if (D > .07) v = .035 + (D - .07);
    if (D < -.07) v = -.035 - 2.0 * (-D - .07);
    const double x = std::tanh(react * (v + .25 * (p - .5)) / .45);
    V += .6 * (x - V);
    if (std::fabs(x) > A) A += .7 * (std::fabs(x) - A);
    for (int f = 0; f < 4; ++f)
      B[f] +=
          std::min(.9, .15 * c.imp * (1 + A) * (p < believed ? 1.5 : 1)) * c.facet[f] * (p - B[f]);
    e = clip(e + c.imp * (D > 0 ? .05 : .02) * D, -.5, .5);
    hold_against_promise(c.Pi - p, c);
    if (c.care > 0) Q += .03 * (1 - Q);
    enter_episode(x, c.effort);
    return {q, believed, p, E, D, x};
  }

  void hold_against_promise(double pg, const PaperContact& c) {
    if (pg < .10)
      T += .03 * c.imp * (1 - T);
    else
      T -= .15 * c.imp * T * std::min(1.0, (pg - .10) / .3);
    K += .7 * c.imp * c.claim * pos(pg - .10) * (1 - K);
    if (K > .55) hostile = true;
    if (K < .30) hostile = false;
  }

  static double weight(double x) { return std::fabs(x) * (x < 0 ? 1.25 : 1); }

  void enter_episode(double x, double eff) {
    if (weight(x) > weight(pk)) pk = x;
    en = x;
    sum += x;
    ++n;
    effort += eff;
  }

  void repeat_to_next_department() {
    const double y = clip(-.35 * react, -1, 1);
    V += .5 * (y - V);
    sum += .5 * y;
    if (weight(y) > weight(pk)) pk = y;
    en = .5 * (en + y);
    effort += 1;
  }

  double x_J(bool resolved, double imp) const {
    const double outcome = resolved ? (imp > .3 ? .25 : 0) : -.5;
    return clip(.7 * .5 * (pk + en) + .3 * sum / n + outcome - .06 * pos(effort - 2), -1, 1);
  }

  void close(double x, double imp) {
    S = clip(S + .30 * imp * (.5 + std::fabs(x)) * (x < S ? 1.5 : 1) * (x - S), -1, 1);
    U = clip(U + .05 * imp * std::fabs(x) * (x < 0 ? 1.5 : 1) * (x - U), -1, 1);
    C = clip(C + (x > 0 ? .06 * imp * x * 2 * T * (1 - C) : .15 * imp * x * C), 0, 1);
    Q = clip(Q + .1 * imp * (x - .05 * pos(effort - 3)), -1, 1);
  }

  void be_ignored() {
    S += .175 * (-1 - S);
    T *= .9;
    U = clip(U - .03, -1, 1);
  }

  double recovered(double idel, bool had_one_before) {
    const double x =
        .75 - .25 * std::min(1.0, idel / 10) - (had_one_before ? .45 : 0) - (S < -.5 ? .3 : 0);
    S += .45 * (x - S);
    U += .01 * (1 - U);
    C += .03 * (1 - C);
    T += .04 * (1 - T);
    return x;
  }

  void recovery_failed() {
    S += .30 * (-1 - S);
    T *= .88;
    U = clip(U - .03, -1, 1);
  }
};

}  // namespace cxsim
