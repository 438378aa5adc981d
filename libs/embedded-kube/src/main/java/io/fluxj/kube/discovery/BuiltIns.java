package io.fluxj.kube.discovery;

import io.fluxj.kube.api.GroupVersion;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.schema.Definitions;
import io.fluxj.kube.schema.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The resources of Kubernetes 1.36, as shipped with this library. */
public final class BuiltIns {
    private static final ResourceName EVENTS = new ResourceName("", "events");
    private static final String SEPARATOR = ",";

    private BuiltIns() {}

    /** Reads the table of resources. */
    public static List<ResourceType> load(Definitions definitions) {
        List<ResourceType> out = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(
                        BuiltIns.class.getResourceAsStream("/io/fluxj/kube/kubernetes-1.36-resources.tsv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.readLine();
            reader.lines().map(line -> List.of(line.split("\t", -1))).forEach(c -> out.add(type(definitions, c)));
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in resources could not be read", e);
        }
        return out;
    }

    private static ResourceType type(Definitions definitions, List<String> column) {
        String group = column.get(0);
        String version = column.get(1);
        String kind = column.get(2);
        ResourceName name = new ResourceName(group, column.get(3));
        return new ResourceType(
                group,
                version,
                kind,
                kind + "List",
                column.get(3),
                column.get(4),
                column.get(5).equals("true"),
                list(column.get(6)),
                list(column.get(7)),
                list(column.get(8)),
                Set.copyOf(list(column.get(9))),
                definitions.ofKind(group, version, kind).orElse(Schema.ANY),
                group.equals("events.k8s.io") ? EVENTS : name,
                storage(group, version),
                null);
    }

    private static GroupVersion storage(String group, String version) {
        return switch (group) {
            case "events.k8s.io" -> new GroupVersion("", "v1");
            case "autoscaling" -> new GroupVersion("autoscaling", "v2");
            default -> new GroupVersion(group, version);
        };
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(SEPARATOR, -1));
    }
}
