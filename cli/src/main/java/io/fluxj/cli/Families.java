package io.fluxj.cli;

import io.fluxj.cli.act.ActFamilies;
import io.fluxj.cli.explain.ExplainFamilies;
import io.fluxj.cli.get.GetFamily;
import io.fluxj.cli.look.LookFamilies;
import java.util.List;

/** All commands of the first level, in the order of the help. */
final class Families {
    private static final List<Family> ALL = List.of(
            new Family("get", GetFamily::of),
            new Family("describe", ExplainFamilies::describe),
            new Family("why", ExplainFamilies::why),
            new Family("tree", LookFamilies::tree),
            new Family("trace", LookFamilies::trace),
            new Family("events", LookFamilies::events),
            new Family("logs", LookFamilies::logs),
            new Family("stats", LookFamilies::stats),
            new Family("debug", LookFamilies::debug),
            new Family("reconcile", ActFamilies::reconcile),
            new Family("suspend", ActFamilies::suspend),
            new Family("resume", ActFamilies::resume),
            new Family("delete", ActFamilies::delete),
            new Family("trigger", ActFamilies::trigger));

    private Families() {}

    /** Whether there is a command of this name. */
    static boolean has(String name) {
        return ALL.stream().anyMatch(family -> family.name().equals(name));
    }

    /** Those that are among the words of a command line; all of them when none is, for then somebody asks what there is. */
    static List<Family> needed(List<String> words) {
        List<Family> named =
                ALL.stream().filter(family -> words.contains(family.name())).toList();
        return named.isEmpty() ? ALL : named;
    }
}
