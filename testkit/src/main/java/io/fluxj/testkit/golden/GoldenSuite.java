package io.fluxj.testkit.golden;

import io.fluxj.golden.GoldenFolder;
import io.fluxj.golden.GoldenTests;
import io.fluxj.golden.Recording;
import io.fluxj.golden.Verdict;
import io.fluxj.testkit.Clusters;
import io.fluxj.testkit.KubeCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * The recorded scenarios of one controller.
 *
 * @param folder where they are
 * @param format how they are written down
 * @param kinds that have a controller here; scenarios that tell of other kinds of Flux are skipped
 * @param specials what the suite's {@link Hands} can do
 * @param atOnce how many scenarios are played at a time on each cluster
 */
public record GoldenSuite(GoldenFolder folder, Format format, Set<String> kinds, Set<String> specials, int atOnce) {
    private static final String RULES = "rules.yaml";
    private static final String FLUX = ".toolkit.fluxcd.io";

    /** Starts what a suite brings. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Starts it for one cluster.
         *
         * @throws Exception why it does not start
         */
        Stage open(KubeCluster cluster) throws Exception;
    }

    /** One test for each scenario and cluster, all clusters at the same time. */
    public Stream<DynamicNode> tests(Clusters clusters, Opening opening) throws Exception {
        GoldenTests tests = new GoldenTests();
        for (KubeCluster cluster : clusters.all()) {
            Stage stage = opening.open(cluster);
            KnownKinds served = KnownKinds.of(cluster.client());
            Watched watched = Watched.start(cluster, served, kinds);
            Theatre theatre = new Theatre(cluster, stage, served, watched);
            List<Recording> recordings = folder.documents();
            Map<String, Play> plays = plays(recordings, theatre);
            tests.add(
                    cluster.target().displayName(),
                    recordings,
                    recording ->
                            Objects.requireNonNull(plays.get(recording.id())).play(),
                    atOnce,
                    theatre);
        }
        return tests.stream();
    }

    /** What scenarios on one cluster share. */
    record Theatre(KubeCluster cluster, Stage stage, KnownKinds kinds, Watched watched) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            watched.close();
            stage.close();
        }
    }

    @FunctionalInterface
    private interface Play {
        Verdict play() throws Exception;
    }

    private Map<String, Play> plays(List<Recording> recordings, Theatre theatre) {
        Rules rules = Rules.read(folder.shipped().resolve(RULES));
        Map<String, Play> plays = new LinkedHashMap<>();
        for (Recording recording : recordings) {
            plays.put(recording.id(), play(recording, rules, theatre));
        }
        return plays;
    }

    /** What is wrong with one recording fails that one alone. */
    private Play play(Recording recording, Rules rules, Theatre theatre) {
        try {
            Scenario scenario = format.read(recording);
            Optional<String> why = whySkipped(scenario, rules, theatre.kinds());
            return why.isPresent() ? () -> new Verdict.Skipped(why.get()) : play(scenario, rules, theatre);
        } catch (Exception wrong) {
            return () -> {
                throw wrong;
            };
        }
    }

    private Play play(Scenario scenario, Rules rules, Theatre theatre) throws Exception {
        GoldenCluster own = new GoldenCluster(theatre.cluster().client(), theatre.kinds(), scenario.namespace());
        own.createNamespace();
        Hands hands = theatre.stage().hands(scenario, own);
        hands.prepare();
        return new ScenarioRun(scenario, rules.in(scenario), own, hands, theatre)::play;
    }

    private Optional<String> whySkipped(Scenario scenario, Rules rules, KnownKinds served) {
        List<String> reasons = new ArrayList<>();
        Set<String> withoutController = new TreeSet<>(scenario.expectedKinds());
        withoutController.removeAll(kinds);
        withoutController.stream()
                .filter(kind -> served.find(kind)
                        .map(found -> found.getGroup().endsWith(FLUX))
                        .orElse(true))
                .forEach(kind -> reasons.add("no controller for " + kind + " yet"));
        Set<String> notDone = new TreeSet<>(scenario.specials());
        notDone.removeAll(specials);
        notDone.forEach(special -> reasons.add("nobody here does '" + special + "' yet"));
        if (!Shell.isUsable() && scenario.scripts().findAny().isPresent()) {
            reasons.add("its scripts need bash, git and awk");
        }
        rules.in(scenario).whySkipped(scenario).ifPresent(reasons::add);
        return reasons.stream().findFirst();
    }

    /** A suite of the shipped folder, or of the one that is given instead. */
    public static GoldenSuite of(Path shipped, Format format, Set<String> kinds, Set<String> specials, int atOnce) {
        return new GoldenSuite(GoldenFolder.of(shipped), format, kinds, specials, atOnce);
    }
}
