package io.fluxj.helm.chart;

import static io.fluxj.helm.shape.Shape.ANY;
import static io.fluxj.helm.shape.Shape.FLAG;
import static io.fluxj.helm.shape.Shape.TEXT;
import static io.fluxj.helm.shape.Shape.TEXTS;
import static io.fluxj.helm.shape.Shape.TEXT_MAP;

import io.fluxj.helm.shape.Shape.Items;
import io.fluxj.helm.shape.Shape.Member;
import io.fluxj.helm.shape.Shape.Struct;

/** The structs of Helm's {@code pkg/chart/v2}. */
public final class ChartShapes {
    public static final Struct MAINTAINER = Struct.of(
            "v2.Maintainer",
            Member.of("Name", "name", TEXT),
            Member.of("Email", "email", TEXT),
            Member.of("URL", "url", TEXT));

    public static final Struct DEPENDENCY = Struct.of(
            "v2.Dependency",
            Member.always("Name", "name", TEXT),
            Member.of("Version", "version", TEXT),
            Member.always("Repository", "repository", TEXT),
            Member.of("Condition", "condition", TEXT),
            Member.of("Tags", "tags", TEXTS),
            Member.of("Enabled", "enabled", FLAG),
            Member.of("ImportValues", "import-values", new Items(ANY)),
            Member.of("Alias", "alias", TEXT));

    public static final Struct METADATA = Struct.of(
            "v2.Metadata",
            Member.of("Name", "name", TEXT),
            Member.of("Home", "home", TEXT),
            Member.of("Sources", "sources", TEXTS),
            Member.of("Version", "version", TEXT),
            Member.of("Description", "description", TEXT),
            Member.of("Keywords", "keywords", TEXTS),
            Member.of("Maintainers", "maintainers", new Items(MAINTAINER)),
            Member.of("Icon", "icon", TEXT),
            Member.of("APIVersion", "apiVersion", TEXT),
            Member.of("Condition", "condition", TEXT),
            Member.of("Tags", "tags", TEXT),
            Member.of("AppVersion", "appVersion", TEXT),
            Member.of("Deprecated", "deprecated", FLAG),
            Member.of("Annotations", "annotations", TEXT_MAP),
            Member.of("KubeVersion", "kubeVersion", TEXT),
            Member.of("Dependencies", "dependencies", new Items(DEPENDENCY)),
            Member.of("Type", "type", TEXT));

    public static final Struct LOCK = Struct.of(
            "v2.Lock",
            Member.always("Generated", "generated", TEXT),
            Member.always("Digest", "digest", TEXT),
            Member.always("Dependencies", "dependencies", new Items(DEPENDENCY)));

    /** What tells which kind of chart it is. */
    static final Struct VERSION = Struct.of("loader.chartBase", Member.of("APIVersion", "apiVersion", TEXT));

    private ChartShapes() {}
}
