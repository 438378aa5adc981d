package io.fluxj.runtime.plan;

import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.stage.FieldChange;
import io.fluxj.apply.stage.Planned;
import java.util.List;

/**
 * A plan as people read it: one line for each object that would change, and below it one for each field.
 *
 * @param planned in the order of the apply
 * @param deleted objects that would go
 */
public record PlanText(List<Planned> planned, List<ObjectRef> deleted) {
    /** A ConfigMap holds a mebibyte. */
    private static final int LONGEST = 512 * 1024;

    public PlanText {
        planned = List.copyOf(planned);
        deleted = List.copyOf(deleted);
    }

    /** For example {@code 2 to create, 1 to change, 0 to replace, 3 to delete, 0 refused, 12 unchanged}. */
    public String summary() {
        return "%d to create, %d to change, %d to replace, %d to delete, %d refused, %d unchanged"
                .formatted(
                        count(Planned.Create.class),
                        count(Planned.Change.class),
                        count(Planned.Replace.class),
                        deleted.size(),
                        count(Planned.Refused.class),
                        count(Planned.Unchanged.class) + count(Planned.Skipped.class));
    }

    private long count(Class<? extends Planned> kind) {
        return planned.stream().filter(kind::isInstance).count();
    }

    /** All of it, cut where it is too long to be kept. */
    public String whole() {
        StringBuilder text = new StringBuilder();
        planned.forEach(each -> text.append(line(each)));
        deleted.forEach(ref -> text.append("delete ").append(ref.subject()).append('\n'));
        return text.length() <= LONGEST
                ? text.toString()
                : text.substring(0, text.lastIndexOf("\n", LONGEST) + 1)
                        + "… and more, which is too long to be shown\n";
    }

    private static String line(Planned planned) {
        return switch (planned) {
            case Planned.Create(ObjectRef ref) -> "create " + ref.subject() + "\n";
            case Planned.Replace(ObjectRef ref) -> "replace " + ref.subject() + "\n";
            case Planned.Refused(ObjectRef _, String why) ->
                "refused " + why.strip().replace("\n", " ") + "\n";
            case Planned.Change(ObjectRef ref, List<FieldChange> fields) ->
                "change " + ref.subject() + "\n" + lines(fields);
            case Planned.Unchanged _, Planned.Skipped _ -> "";
        };
    }

    private static String lines(List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return "  fields of other managers are taken over\n";
        }
        return of(fields);
    }

    /** A line for each field. */
    public static String of(List<FieldChange> fields) {
        StringBuilder lines = new StringBuilder();
        fields.forEach(field -> lines.append(
                "  %s: %s -> %s\n".formatted(field.path(), orNothing(field.before()), orNothing(field.after()))));
        return lines.toString();
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "(nothing)" : value;
    }
}
