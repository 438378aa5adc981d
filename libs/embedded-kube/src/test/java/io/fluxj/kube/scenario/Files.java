package io.fluxj.kube.scenario;

import java.util.List;

/** The tables of scenarios. */
final class Files {
    static final List<String> ALL = List.of(
            "verbs",
            "patches",
            "apply",
            "customresources",
            "rules",
            "functions",
            "kinds",
            "refusals",
            "badinput",
            "discovery",
            "access",
            "watches",
            "garbage",
            "lists",
            "deletion",
            "callers",
            "rights",
            "admission",
            "repeats",
            "quotas",
            "selectors",
            "requests");

    private Files() {}
}
