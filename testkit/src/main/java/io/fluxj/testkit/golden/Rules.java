package io.fluxj.testkit.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.golden.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a controller is not compared to the letter, and why. Rules are about content, never about the id of a recording; each has a {@code why} in its
 * file, {@code rules.yaml}:
 *
 * <ul>
 *   <li>{@code skip}: recordings that apply such an object, see {@link ObjectPattern}, cannot be played;
 *   <li>{@code drop}: a {@code field} (JSON pointer into an object or event as recorded; {@code *} is any item) is not compared; with {@code kind} only that
 *       of live objects of the kind;
 *   <li>{@code text}: a {@code pattern} in messages (in all texts with {@code everywhere}) that {@code becomes} something else on both sides;
 *   <li>{@code wording}: what Flux says, and what is {@code ours} instead, see {@link Wording};
 *   <li>{@code events}: see {@link EventRule};
 *   <li>{@code given}: where an applied object has a {@code field} (as above), its value {@code becomes} another one: a time that is too short to look in
 *       between on a busy machine.
 * </ul>
 *
 * A rule with {@code in} (an {@link ObjectPattern}) or {@code scripts} (a pattern) is about scenarios alone that apply such an object or run such a script.
 */
public final class Rules {
    private final RuleDocument document;
    private final List<DropRule> drops;
    private final List<TextRule> texts;
    private final List<Wording> wordings;
    private final List<EventRule> events;
    private final List<GivenRule> given;

    private Rules(RuleDocument document) {
        this.document = document;
        drops = document.each("drop", DropRule::of);
        texts = document.each("text", TextRule::of);
        wordings = document.each("wording", Wording::of);
        events = document.each("events", EventRule::of);
        given = document.each("given", GivenRule::of);
    }

    /** Reads the file; one that is not there holds no rules. */
    public static Rules read(Path file) {
        return parse(Files.exists(file) ? Yaml.read(file) : Yaml.parse("{}"));
    }

    static Rules parse(JsonNode document) {
        return new Rules(new RuleDocument(document));
    }

    /** These rules without those that are about other scenarios. */
    Rules in(Scenario scenario) {
        return new Rules(document.in(scenario));
    }

    /** Why a scenario cannot be played, if it cannot. */
    Optional<String> whySkipped(Scenario scenario) {
        return document
                .each(
                        "skip",
                        rule -> ObjectPattern.of(rule).isIn(scenario)
                                ? Optional.of(rule.path("why").asText())
                                : Optional.<String>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** An object as it is applied. */
    JsonNode given(JsonNode recorded) {
        JsonNode copy = recorded.deepCopy();
        given.forEach(rule -> rule.applyTo(copy));
        return copy;
    }

    /** An object or event in the form in which it is compared, recorded or seen. */
    public JsonNode comparable(JsonNode node) {
        JsonNode copy = node.deepCopy();
        drops.forEach(drop -> drop.applyTo(copy));
        return Tree.withoutEmpty(Tree.texts(copy, "", this::comparable));
    }

    private String comparable(String key, String text) {
        String changed = text;
        for (TextRule rule : texts) {
            changed = rule.applyTo(key, changed);
        }
        return changed;
    }

    /** Whether the seen text is what was recorded, or what we say instead on purpose. */
    boolean same(String recorded, String seen) {
        return recorded.equals(seen) || wordings.stream().anyMatch(rule -> rule.translates(recorded, seen));
    }

    /** What should have been seen where this was recorded. */
    String expected(String recorded) {
        return wordings.stream()
                .flatMap(rule -> rule.translation(recorded).stream())
                .findFirst()
                .orElse(recorded);
    }

    List<EventRule> events() {
        return events;
    }
}
