"""Queues of callers and agents in the steady state: with callers who wait for ever (Erlang-C), with
callers who hang up (Erlang-A), and Sakasegawa's approximation of the former."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Queue:
    waits: float      # chance that a caller is not answered at once
    abandons: float   # chance that a caller hangs up
    wait: float       # mean over all callers, in the unit of the times given


def erlang_c(agents, between_arrivals, service):
    """Poisson arrivals, exponential service, nobody hangs up; the load must be below 1."""
    offered = service / between_arrivals
    load = offered / agents
    if load >= 1:
        raise ValueError(f"the queue grows for ever at load {load}")
    blocked = 1.
    for k in range(1, agents + 1):
        blocked = offered * blocked / (k + offered * blocked)
    waits = blocked / (1 - load * (1 - blocked))
    return Queue(waits, 0., waits * service / (agents * (1 - load)))


def erlang_a(agents, between_arrivals, service, patience):
    """The same with exponential patience, at any load: a birth and death process on the number of
    callers, followed until what is left out is too rare for double precision."""
    weights, total = [1.], 1.
    while len(weights) <= agents or weights[-1] > 1e-18 * total:
        callers = len(weights)
        leaving = min(callers, agents) / service + max(0, callers - agents) / patience
        weights.append(weights[-1] / between_arrivals / leaving)
        total += weights[-1]
    # An arriving caller finds the system as it is on average.
    waits = sum(weights[agents:]) / total
    queue = sum(waiting * weight for waiting, weight in enumerate(weights[agents:])) / total
    return Queue(waits, queue / patience * between_arrivals, queue * between_arrivals)


def sakasegawa(agents, between_arrivals, service):
    """Mean wait after Sakasegawa 1977, for exponential arrivals and service."""
    load = service / between_arrivals / agents
    return service * load**((2 * (agents + 1))**.5 - 1) / (agents * (1 - load))
