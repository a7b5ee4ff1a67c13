"""Absorbing Markov chains, and the chain that a walk on the touchpoint graph is."""

import numpy

RESOLVED, ABANDONED = "resolved", "abandoned"


def expected_visits(transitions, start):
    """Expected visits to each state of a chain, and the chance to end in each of its ends.

    `transitions` says for each state where it leads and how likely; states it does not name are ends.
    `start` says how likely the chain begins in each state."""
    states = {state: k for k, state in enumerate(transitions)}
    within = numpy.zeros((len(states), len(states)))
    first = numpy.zeros(len(states))
    for state, chance in start.items():
        first[states[state]] += chance
    for state, ways in transitions.items():
        for goal, chance in ways.items():
            if goal in states:
                within[states[state], states[goal]] += chance
    visits = numpy.linalg.solve(numpy.eye(len(states)) - within.T, first)
    ends = {}
    for state, ways in transitions.items():
        for goal, chance in ways.items():
            if goal not in states:
                ends[goal] = ends.get(goal, 0.) + float(visits[states[state]]) * chance
    return {state: float(visits[k]) for state, k in states.items()}, ends


def next_steps(steps, after):
    """Which of (touchpoint, chance) comes next, where each is taken with its chance and the first that is
    taken comes next. What is left over leads past the last one."""
    ways, left = {}, 1.
    for touchpoint, chance in steps[after:]:
        ways[touchpoint] = left * chance
        left *= 1 - chance
    ways[RESOLVED] = left
    return {goal: chance for goal, chance in ways.items() if chance > 0}


class Walk:
    """A journey that takes steps in order, each with its chance. A failed contact is repeated at the same
    touchpoint unless the customer gives up: always where the journey does not retry or has had more than
    `limit` contacts, else with `slope` for each failure here."""

    def __init__(self, steps, failure, retries=True, slope=.15, limit=12):
        self.steps, self.failure = steps, failure
        self.retries, self.slope, self.limit = retries, slope, limit
        entry = next_steps(steps, 0)
        self.skipped = entry.pop(RESOLVED, 0.)   # chance that no step is taken at all
        start = {(touchpoint, 0, 0): chance / (1 - self.skipped) for touchpoint, chance in entry.items()}
        visits, self._ends = expected_visits(self._chain(start), start)
        self.visits = {touchpoint: sum(v for state, v in visits.items() if state[0] == touchpoint)
                       for touchpoint, _ in steps}
        self.contacts = sum(self.visits.values())
        self.resolved = sum(chance for (end, _), chance in self._ends.items() if end == RESOLVED)

    def lengths(self, most):
        """The chance of each number of contacts from 1 to `most`."""
        return [sum(chance for (_, contacts), chance in self._ends.items() if contacts == length)
                for length in range(1, most + 1)]

    # States are (touchpoint, failures here, contacts so far), before the next contact.
    def _chain(self, start):
        transitions, open_states = {}, list(start)
        while open_states:
            state = open_states.pop()
            if state in transitions:
                continue
            transitions[state] = self._ways(*state)
            open_states += [goal for goal in transitions[state] if len(goal) == 3]
        return transitions

    def _ways(self, touchpoint, failures, contacts):
        fails, ways = self.failure[touchpoint], {}
        place = [name for name, _ in self.steps].index(touchpoint)
        for goal, chance in next_steps(self.steps, place + 1).items():
            state = (RESOLVED, contacts + 1) if goal == RESOLVED else (goal, 0, contacts + 1)
            ways[state] = (1 - fails) * chance
        gives_up = min(1., self.slope * (failures + 1))
        if not self.retries or contacts + 1 > self.limit:
            gives_up = 1.
        ways[(ABANDONED, contacts + 1)] = fails * gives_up
        if gives_up < 1:
            ways[(touchpoint, failures + 1, contacts + 1)] = fails * (1 - gives_up)
        return ways
