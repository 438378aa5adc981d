package io.fluxj.helmrelease.fault;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.start.RunningController;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import io.fluxj.testkit.KubeTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each request of each action goes wrong once, and each is the last one of a process that dies then: what comes of it in the end is what comes of it undisturbed. The
 * build lets one thing go wrong at every sixth place, in turn; {@code -Dfaults=all} every one everywhere.
 */
class InterruptedWorkTest {
    private static final List<Fault> PASSING =
            List.of(Fault.CONFLICT, Fault.BUSY, Fault.BROKEN, Fault.LOST, Fault.UNHEARD);
    /** Of so many places one is tried, unless all shall be; no divisor of the number of faults, so that all of them come up. */
    private static final int SAMPLED = 6;

    private static final boolean ALL = "all".equals(System.getProperty("faults"));

    @TempDir
    Path folder = Path.of("");

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void aRequestThatGoesWrongChangesNothing(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder);
                FaultyApi api = FaultyApi.start();
                KubernetesClient client = api.client(cluster);
                RunningController _ = field.controller(client)) {
            Attempts attempts = new Attempts(field, api);
            for (Deed deed : deeds()) {
                Attempts.Run undisturbed = attempts.undisturbed(deed);
                List<Attempts.Run> runs = new ArrayList<>();
                for (int place = 1; place <= undisturbed.length(); place += ALL ? 1 : SAMPLED) {
                    for (Fault fault : faults(place)) {
                        runs.add(attempts.begin(deed, fault, place));
                    }
                }
                compare(attempts, undisturbed, runs, false);
            }
        }
    }

    private static Set<Deed> deeds() {
        String only = System.getProperty("deed", "");
        return only.isEmpty() ? EnumSet.allOf(Deed.class) : EnumSet.of(Deed.valueOf(only));
    }

    private static List<Fault> faults(int place) {
        return ALL ? PASSING : List.of(PASSING.get(place % PASSING.size()));
    }

    @ClusterTest(on = KubeTarget.EMBEDDED)
    void theSuccessorOfADeadControllerBringsItToTheSameEnd(KubeCluster cluster) throws Exception {
        try (ReleaseField field = ReleaseField.open(cluster, folder)) {
            for (Deed deed : deeds()) {
                Series series = untilDeath(field, cluster, deed);
                try (FaultyApi api = FaultyApi.start();
                        RunningController _ = field.controller()) {
                    compare(new Attempts(field, api), series.undisturbed(), series.runs(), true);
                }
            }
        }
    }

    /** The same thing done once without and many times with trouble. */
    private record Series(Attempts.Run undisturbed, List<Attempts.Run> runs) {}

    private static Series untilDeath(ReleaseField field, KubeCluster cluster, Deed deed) throws Exception {
        try (FaultyApi api = FaultyApi.start();
                KubernetesClient client = api.client(cluster);
                RunningController _ = field.controller(client)) {
            Attempts attempts = new Attempts(field, api);
            Attempts.Run undisturbed = attempts.undisturbed(deed);
            List<Attempts.Run> runs = new ArrayList<>();
            for (int place = 1; place <= undisturbed.length(); place += ALL ? 1 : SAMPLED) {
                runs.add(attempts.begin(deed, Fault.DEATH, place));
            }
            runs.forEach(run -> await("the end of " + run)
                    .atMost(ReleaseField.PATIENCE)
                    .until(() -> run.trouble().hasStruck() || field.isSettled(run.namespace())));
            return new Series(undisturbed, runs);
        }
    }

    private static void compare(Attempts attempts, Attempts.Run undisturbed, List<Attempts.Run> runs, boolean essence) {
        EndState wanted = essence ? undisturbed.end().essence() : undisturbed.end();
        SoftAssertions all = new SoftAssertions();
        for (Attempts.Run run : runs) {
            EndState end = attempts.end(run);
            all.assertThat(essence ? end.essence() : end)
                    .as("%s: %s", run, run.stricken())
                    .isEqualTo(wanted);
            all.assertThat(end.records())
                    .as("%s", run)
                    .noneMatch(record -> record.contains("pending") || record.contains("uninstalling"));
        }
        all.assertAll();
    }
}
