package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plays one scenario. */
final class ScenarioRun {
    private static final String FLUX = ".toolkit.fluxcd.io/";

    private final Scenario scenario;
    private final GoldenCluster cluster;
    private final Hands hands;
    private final Shell shell;
    private final Places places;
    private final Rules rules;
    private final Look look;
    private final Patience patience;

    ScenarioRun(Scenario scenario, Rules rules, GoldenCluster cluster, Hands hands, GoldenSuite.Theatre theatre) {
        this.scenario = scenario;
        this.cluster = cluster;
        this.rules = rules;
        this.hands = hands;
        this.shell = theatre.stage().shell();
        this.places = theatre.stage().places().and("NS", scenario.namespace());
        EventsSeen events = new EventsSeen(theatre.watched(), theatre.stage().sink(), scenario.namespaces());
        this.look = new Look(new Comparison(rules), new Sight(cluster, theatre.watched(), hands), events, places);
        this.patience = new Patience(theatre.watched(), System::nanoTime);
    }

    /** Ends at the first step after which something is not as recorded: what follows would differ because of that. */
    Verdict play() throws Exception {
        Path folder = Files.createTempDirectory("golden-" + scenario.id());
        Set<JsonNode> failures = new HashSet<>();
        for (Step step : scenario.steps()) {
            look.startStep(failures);
            act(step.actions(), folder);
            String difference = await(step);
            if (!difference.isEmpty()) {
                return new Verdict.Differs("after step '" + step.name() + "':\n" + difference);
            }
            failures.addAll(look.failures());
        }
        return new Verdict.Passed();
    }

    /**
     * A right that is granted, or a ConfigMap that is read, is known before the pass that is asked for next. Objects of Flux that are made one after the
     * other are about each other, so they are made at once.
     */
    private void act(List<Action> actions, Path folder) throws Exception {
        for (int i = 0; i < actions.size(); i++) {
            if (i > 0 && !(makesFlux(actions.get(i - 1)) && makesFlux(actions.get(i)))) {
                patience.letHear();
            }
            perform(actions.get(i), folder);
        }
    }

    private static boolean makesFlux(Action action) {
        return action instanceof Action.Apply apply
                && apply.object().path("apiVersion").asText().contains(FLUX);
    }

    private String await(Step step) throws InterruptedException {
        if (step.expectation().isPresent()) {
            Expectation expectation = step.expectation().get();
            look.knowRevision(hands.revision(), expectation.revision());
            return patience.await(() -> look.at(expectation), expectation.quiet());
        }
        return step.waitFor().isPresent()
                ? patience.await(() -> look.at(step.waitFor().get()), Duration.ZERO)
                : "";
    }

    private void perform(Action action, Path folder) throws Exception {
        switch (action) {
            case Action.Script(String bash) -> shell.run(bash, scenario.namespace(), folder);
            case Action.Apply(JsonNode object, String manager) ->
                cluster.apply(places.fill(rules.given(object)), manager);
            case Action.Patch patch ->
                cluster.patch(
                        new Action.Patch(patch.reference(), patch.form(), places.fill(patch.body()), patch.manager()));
            case Action.Delete delete -> cluster.delete(delete);
            case Action.Scale scale -> cluster.scale(scale);
            case Action.Trigger trigger -> cluster.trigger(trigger);
            case Action.Special special -> hands.perform(special);
        }
    }
}
