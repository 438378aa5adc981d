package io.fluxj.apply.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Sorts candidates into stages: what defines, classes, the caller's own stage, all others. */
final class Stages {
    private static final Set<String> DEFINING = Set.of("CustomResourceDefinition", "Namespace", "ClusterRole");
    private static final int DEFINITIONS = 0;
    private static final int CLASSES = 1;
    private static final int CUSTOM = 2;
    private static final int REST = 3;

    private Stages() {}

    /**
     * One stage.
     *
     * @param awaited whether its objects must be ready before the next stage begins
     */
    record Stage(boolean awaited, List<Candidate> candidates) {}

    /** The stages that have candidates, each in apply order. */
    static List<Stage> of(Collection<Candidate> candidates, Set<String> customKinds) {
        List<Stage> stages = new ArrayList<>();
        for (int number = DEFINITIONS; number <= REST; number++) {
            int wanted = number;
            List<Candidate> members = candidates.stream()
                    .filter(candidate -> number(candidate, customKinds) == wanted)
                    .sorted(Comparator.comparing(Candidate::ref, KindOrder.APPLY))
                    .toList();
            if (!members.isEmpty()) {
                stages.add(new Stage(number <= CLASSES, members));
            }
        }
        return stages;
    }

    private static int number(Candidate candidate, Set<String> customKinds) {
        String kind = candidate.ref().kind();
        if (DEFINING.contains(kind)) {
            return DEFINITIONS;
        }
        if (kind.endsWith("Class")) {
            return CLASSES;
        }
        return customKinds.contains(candidate.ref().groupKind()) ? CUSTOM : REST;
    }
}
