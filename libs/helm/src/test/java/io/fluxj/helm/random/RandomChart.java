package io.fluxj.helm.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A chart that a seed stands for.
 *
 * @param files by their paths; the chart lies in {@code chart/}
 * @param flags of {@code helm template}
 */
record RandomChart(Map<String, String> files, List<String> flags) {

    static RandomChart of(long seed) {
        Random random = new Random(seed * 7919 + 17);
        Map<String, String> files = new TreeMap<>();
        new RandomChartWriter(random, files).write("chart/", "top", 2);
        List<String> flags = new ArrayList<>(List.of("-n", "ns", "--include-crds"));
        RandomValues values = new RandomValues(random);
        if (random.nextBoolean()) {
            files.put(
                    "given.yaml",
                    values.table(2, "") + "child1:\n" + values.table(1, "  ") + "global:\n" + values.table(1, "  "));
            flags.addAll(List.of("-f", "{CASE}/given.yaml"));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            flags.addAll(values.flag());
        }
        return new RandomChart(files, flags);
    }

    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>(
                List.of("template", "demo", folder.resolve("chart").toString()));
        flags.forEach(flag -> arguments.add(flag.replace("{CASE}", folder.toString())));
        return arguments;
    }
}
