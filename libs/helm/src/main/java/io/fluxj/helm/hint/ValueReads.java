package io.fluxj.helm.hint;

import io.fluxj.gotemplate.parse.Definition;
import io.fluxj.gotemplate.parse.Delimiters;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.parse.Parser;
import io.fluxj.helm.chart.Chart;
import io.fluxj.helm.chart.ChartFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which values the templates of a chart, and of the charts in it, read. In doubt one is read: templates can make names of texts, and hand whole tables on.
 *
 * @param paths of values that are named somewhere
 * @param wholes paths of values that are used with all that is in them
 * @param words all names that stand in a template
 */
public record ValueReads(Set<List<String>> paths, Set<List<String>> wholes, Set<String> words) {
    private static final Parser PARSER = new Parser(Delimiters.STANDARD, name -> !isKeyword(name));

    public ValueReads {
        paths = Set.copyOf(paths);
        wholes = Set.copyOf(wholes);
        words = Set.copyOf(words);
    }

    /** A template, and whose it is. */
    record Place(String template, List<String> chart) {}

    private static boolean isKeyword(String name) {
        return name.equals("break") || name.equals("continue");
    }

    /** Those of a chart as it is rendered, see {@link io.fluxj.helm.compose.Dependencies}; empty when they cannot be told. */
    public static Optional<ValueReads> of(Chart settled) {
        Map<String, Definition> definitions = new HashMap<>();
        List<Place> places = new ArrayList<>();
        try {
            collect(settled, List.of(), settled.name(), definitions, places);
        } catch (ParseException malformed) {
            return Optional.empty();
        }
        ReadingWalk walk = new ReadingWalk(definitions);
        places.forEach(walk::start);
        return walk.isComplete() ? Optional.of(walk.reads()) : Optional.empty();
    }

    private static void collect(
            Chart chart, List<String> path, String file, Map<String, Definition> definitions, List<Place> places) {
        for (ChartFile template : chart.content().templates()) {
            String name = file + "/" + template.name();
            definitions.putAll(PARSER.parse(name, template.text()));
            if (!template.base().startsWith("_")) {
                places.add(new Place(name, path));
            }
        }
        for (Chart inner : chart.dependencies()) {
            List<String> below = Seen.below(path, List.of(inner.name())).path();
            collect(inner, below, file + "/charts/" + inner.name(), definitions, places);
        }
    }

    /** Whether a template may read it. */
    public boolean mayRead(List<String> path) {
        for (int length = 0; length <= path.size(); length++) {
            if (wholes.contains(path.subList(0, length))) {
                return true;
            }
        }
        return paths.contains(path) || words.contains(path.getLast());
    }

    /** The names that templates follow from a value. */
    public Set<String> below(List<String> parent) {
        Set<String> names = new HashSet<>();
        for (List<String> path : paths) {
            if (path.size() > parent.size() && path.subList(0, parent.size()).equals(parent)) {
                names.add(path.get(parent.size()));
            }
        }
        return names;
    }
}
