"""What every result file holds: each dataset with its dimensions and kind of number.

Kinds are those of numpy: "i" for integers, "f" for floating numbers, "if" where both are right.
"""

BY_SEGMENT = ("arm", "replication", "month", "segment")
BY_TOUCHPOINT = ("arm", "replication", "month", "touchpoint")
BY_JOURNEY = ("arm", "replication", "month", "journey")
BY_DEPARTMENT = ("arm", "replication", "month", "department")
BY_MONTH = ("arm", "replication", "month")
BY_PERSON = ("arm", "replication", "person")

ROOT_DIMENSIONS = ("arm", "replication", "month", "segment", "touchpoint", "journey", "department")

DATASETS = {
    "active_customers": (BY_SEGMENT, "i"),
    "acquired": (BY_SEGMENT, "i"),
    "churned": (BY_SEGMENT, "i"),
    "won_back": (BY_SEGMENT, "i"),
    "promoters": (BY_SEGMENT, "i"),
    "passives": (BY_SEGMENT, "i"),
    "detractors": (BY_SEGMENT, "i"),
    "nps_true": (BY_SEGMENT, "f"),
    "nps_measured": (BY_SEGMENT, "f"),
    "revenue": (BY_SEGMENT, "f"),
    "cost_to_serve": (BY_SEGMENT, "f"),
    "wom_positive": (BY_SEGMENT, "i"),
    "wom_negative": (BY_SEGMENT, "i"),
    "mean_valence": (BY_SEGMENT, "f"),
    "mean_trust": (BY_SEGMENT, "f"),
    "mean_commitment": (BY_SEGMENT, "f"),
    "mean_satisfaction": (BY_SEGMENT, "f"),
    "hostile_customers": (BY_SEGMENT, "i"),
    "effective_net_preference": (BY_SEGMENT, "f"),
    "net_preference_share": (BY_SEGMENT, "f"),
    "ces": (BY_SEGMENT, "f"),
    "cost_of_goods": (BY_SEGMENT, "f"),
    "acquisition_cost": (BY_SEGMENT, "f"),
    "touchpoint_contacts": (BY_TOUCHPOINT, "i"),
    "touchpoint_csat": (BY_TOUCHPOINT, "f"),
    "touchpoint_satisfied_share": (BY_TOUCHPOINT, "f"),
    "touchpoint_gap": (BY_TOUCHPOINT, "f"),
    "touchpoint_gap_seen": (BY_TOUCHPOINT, "f"),
    "touchpoint_wait": (BY_TOUCHPOINT, "f"),
    "touchpoint_failures": (BY_TOUCHPOINT, "i"),
    "failure_demand": (BY_TOUCHPOINT, "i"),
    "journey_closed": (BY_JOURNEY, "i"),
    "journey_abandoned": (BY_JOURNEY, "i"),
    "journey_satisfied_share": (BY_JOURNEY, "f"),
    "department_load": (BY_DEPARTMENT, "f"),
    "department_morale": (BY_DEPARTMENT, "f"),
    "programme_cost": (BY_MONTH, "f"),
    "intervention_cost": (BY_MONTH, "f"),
    "profit": (BY_MONTH, "f"),
    "review_stars": (BY_MONTH, "f"),
    "complaints": (BY_MONTH, "i"),
    "recoveries": (BY_MONTH, "i"),
    "inconsistency": (BY_MONTH, "f"),
    "missed_opportunity": (BY_MONTH, "f"),
    "contact_reasons": (BY_TOUCHPOINT + ("upstream_touchpoint",), "i"),
    "people/acquired_day": (BY_PERSON, "i"),
    "people/churn_day": (BY_PERSON, "i"),
    "people/times_churned": (BY_PERSON, "i"),
    "people/recommend_score": (BY_PERSON, "if"),
    "people/lifetime_profit": (BY_PERSON, "f"),
    "people/contacts": (BY_PERSON, "i"),
    "people/segment": (BY_PERSON, "i"),
}

# The main cause of leaving is a number with names, whatever it is called.
CAUSE_OF_LEAVING = ("people", "cause")

# Texts or attributes of /provenance, or attributes of the file.
PROVENANCE = ("scenario_as_written", "scenario_as_resolved", "seed", "version", "schema_version")

# R's ncdf4 takes a variable for the coordinates of any dimension of its name that its group sees.
UNSEEN_BY_NCDF4 = {"people/segment"}
