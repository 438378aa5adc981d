package io.fluxj.cli.get;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.object.FluxObject;
import io.fluxj.cli.object.FluxObject.Condition;
import java.util.Optional;

/**
 * {@code --status-selector}: which objects are shown, by one of their conditions; the case of the letters does not count.
 *
 * @param type the condition; empty when all objects are shown
 * @param status what it is compared with
 * @param equal whether it must be that, or must not
 */
record StatusSelector(String type, String status, boolean equal) {
    static final StatusSelector ALL = new StatusSelector("", "", true);

    /** Reads {@code ready=false} and {@code ready!=true}. */
    static StatusSelector parse(String text) {
        int sign = text.indexOf('=');
        if (sign <= 0) {
            throw new CommandFailure(
                    "expected status selector in type=status or type!=status format, but found: " + text);
        }
        boolean equal = text.charAt(sign - 1) != '!';
        return new StatusSelector(text.substring(0, equal ? sign : sign - 1), text.substring(sign + 1), equal);
    }

    boolean selects(FluxKind kind, FluxObject object) {
        if (type.isEmpty()) {
            return true;
        }
        boolean same = status(kind, object).filter(status::equalsIgnoreCase).isPresent();
        return same == equal;
    }

    /** What is shown as Ready counts as the condition of kinds on which nobody works. */
    private Optional<String> status(FluxKind kind, FluxObject object) {
        if (type.equalsIgnoreCase("Ready") && object.unattended(kind)) {
            return Optional.of("True");
        }
        return object.conditions().stream()
                .filter(condition -> condition.type().equalsIgnoreCase(type))
                .map(Condition::status)
                .findFirst();
    }
}
