package io.fluxj.cli.build;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.stage.FieldChange;
import io.fluxj.apply.stage.Planned;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan as a person reads it: what is as it should be is left out.
 *
 * @param gone what would be deleted
 */
record PlanView(List<Planned> planned, List<ObjectRef> gone) {
    /** Empty when nothing would change. */
    String text() {
        StringBuilder text = new StringBuilder();
        planned.forEach(each -> text.append(text(each)));
        gone.forEach(ref -> text.append("► ").append(ref.subject()).append(" deleted\n"));
        return text.toString();
    }

    private static String text(Planned planned) {
        return switch (planned) {
            case Planned.Create(ObjectRef ref) -> "► " + ref.subject() + " created\n";
            case Planned.Change(ObjectRef ref, List<FieldChange> fields) ->
                "► " + ref.subject() + " drifted\n\n" + fields(fields);
            case Planned.Replace(ObjectRef ref) -> "► " + ref.subject() + " replaced: a field cannot be changed\n";
            case Planned.Refused(ObjectRef _, String why) -> "✗ " + why + "\n";
            case Planned.Unchanged _, Planned.Skipped _ -> "";
        };
    }

    private static String fields(List<FieldChange> fields) {
        return fields.stream().map(PlanView::field).collect(Collectors.joining());
    }

    private static String field(FieldChange change) {
        String what = change.before().isEmpty()
                ? "  + added\n    + " + change.after() + "\n"
                : change.after().isEmpty()
                        ? "  - removed\n    - " + change.before() + "\n"
                        : "  ± value change\n    - " + change.before() + "\n    + " + change.after() + "\n";
        return dotted(change.path()) + "\n" + what + "\n";
    }

    /** As people write paths: {@code spec.template.spec.containers.0.image}. */
    private static String dotted(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/"))
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .collect(Collectors.joining("."));
    }
}
