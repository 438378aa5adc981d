package io.fluxj.apply.stage;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.Waits;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.memory.Applied;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Probes the candidates of a stage, several at once; those whose kind is not served yet once more when it should be. */
record StageProbe(Cluster cluster, ApplyOptions options, KindArrival arrival, Waits waits) {

    /**
     * One verdict for each candidate, in their order.
     *
     * @param known what is remembered of objects that are still as they were
     */
    List<Verdict> verdicts(List<Candidate> candidates, Map<ObjectRef, Applied> known) throws InterruptedException {
        Probe probe = new Probe(cluster, options, arrival);
        Map<Integer, Verdict> found = new TreeMap<>();
        List<Integer> open = IntStream.range(0, candidates.size()).boxed().toList();
        while (true) {
            List<Optional<Verdict>> answers =
                    Parallel.map(open, options.parallel(), number -> verdict(probe, candidates.get(number), known));
            for (int i = 0; i < answers.size(); i++) {
                int number = open.get(i);
                answers.get(i).ifPresent(verdict -> found.put(number, verdict));
            }
            open = open.stream().filter(number -> !found.containsKey(number)).toList();
            if (open.isEmpty()) {
                return List.copyOf(found.values());
            }
            arrival.await(
                    cluster,
                    open.stream().map(number -> candidates.get(number).ref()).toList(),
                    waits);
        }
    }

    private static Optional<Verdict> verdict(Probe probe, Candidate candidate, Map<ObjectRef, Applied> known) {
        return probe.verdict(candidate, Optional.ofNullable(known.get(candidate.ref())));
    }
}
