package io.fluxj.source.helm.index;

import io.fluxj.source.helm.index.Shape.Anything;
import io.fluxj.source.helm.index.Shape.Field;
import io.fluxj.source.helm.index.Shape.Flag;
import io.fluxj.source.helm.index.Shape.Items;
import io.fluxj.source.helm.index.Shape.Moment;
import io.fluxj.source.helm.index.Shape.Struct;
import io.fluxj.source.helm.index.Shape.Table;
import io.fluxj.source.helm.index.Shape.Text;
import java.util.List;

/** The parts of an index, in the order in which Helm 4 writes their fields. */
final class IndexShapes {
    static final String ENTRIES = "entries";
    static final String API_VERSION = "apiVersion";
    static final String GENERATED = "generated";

    private static final Shape TEXT = new Text(false);
    private static final Shape TEXTS = new Items(TEXT);
    private static final Shape LENIENT = new Text(true);

    private static final Struct MAINTAINER =
            new Struct(List.of(Field.of("name", TEXT), Field.of("email", TEXT), Field.of("url", TEXT)));

    private static final Struct DEPENDENCY = new Struct(List.of(
            Field.always("name", TEXT),
            Field.of("version", TEXT),
            Field.always("repository", TEXT),
            Field.of("condition", TEXT),
            Field.of("tags", TEXTS),
            Field.of("enabled", new Flag()),
            Field.of("import-values", new Items(new Anything())),
            Field.of("alias", TEXT)));

    /** One version of a chart. */
    static final Struct VERSION = new Struct(List.of(
            Field.of("name", TEXT),
            Field.of("home", TEXT),
            Field.of("sources", TEXTS),
            Field.of("version", TEXT),
            Field.of("description", TEXT),
            Field.of("keywords", TEXTS),
            Field.of("maintainers", new Items(MAINTAINER)),
            Field.of("icon", TEXT),
            Field.of(API_VERSION, TEXT),
            Field.of("condition", TEXT),
            Field.of("tags", TEXT),
            Field.of("appVersion", TEXT),
            Field.of("deprecated", new Flag()),
            Field.of("annotations", new Table(TEXT)),
            Field.of("kubeVersion", TEXT),
            Field.of("dependencies", new Items(DEPENDENCY)),
            Field.of("type", TEXT),
            Field.always("urls", new Items(LENIENT)),
            Field.always("created", new Moment()),
            Field.of("removed", new Flag()),
            Field.of("digest", LENIENT),
            Field.of("checksum", LENIENT),
            Field.of("engine", LENIENT),
            Field.of("tillerVersion", LENIENT),
            Field.of("url", LENIENT)));

    /** The index; its entries are read one by one and stand for themselves here. */
    static final Struct INDEX = new Struct(List.of(
            Field.of("serverInfo", new Table(new Anything())),
            Field.always(API_VERSION, LENIENT),
            Field.always(GENERATED, new Moment()),
            Field.always(ENTRIES, new Anything()),
            Field.of("publicKeys", new Items(LENIENT)),
            Field.of("annotations", new Table(LENIENT))));

    private IndexShapes() {}
}
