package io.fluxj.cli.explain;

import io.fluxj.cli.frame.Session;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.Objects;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code describe KIND NAME}: one page about an object. */
@Command(
        name = "describe",
        description = {
            "Shows an object on one page: source, conditions, what it needs, what it brought and how that is, history, events.",
            "For example: fluxj describe kustomization apps; fluxj describe hr/redis -n production"
        })
final class DescribeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "KIND NAME", description = "The object.")
    private List<String> words = List.of();

    DescribeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ObjectWords wanted = ObjectWords.parse(words);
        FluxObject object = new Objects(session).get(wanted.kind(), session.namespace(), wanted.name());
        new Page(session, wanted.kind(), object).print();
        return 0;
    }
}
