package io.fluxj.automation.message;

import io.fluxj.automation.setters.Setters;
import io.fluxj.automation.update.ChangeSet;
import io.fluxj.gotemplate.BudgetException;
import io.fluxj.gotemplate.Functions;
import io.fluxj.gotemplate.Limits;
import io.fluxj.gotemplate.Options;
import io.fluxj.gotemplate.TemplateSet;
import io.fluxj.gotemplate.parse.ParseException;
import io.fluxj.gotemplate.sprig.Sprig;
import io.fluxj.gotemplate.value.GoError;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The message of a commit.
 *
 * @param template {@code spec.git.commit.messageTemplate}; empty for the default
 * @param values {@code spec.git.commit.messageTemplateValues}
 */
public record CommitMessage(String template, Map<String, String> values) {
    private static final String DEFAULT = "Update from image update automation";
    private static final String NAME = "commit message";
    /** A message is read by people; what is larger is none. */
    private static final Limits LIMITS = new Limits(5_000_000, 1_000, 4 << 20, Duration.ofSeconds(20));

    /** What sprig does not count among the functions that answer the same each time, and what is Helm's. */
    private static final Set<String> LEFT_OUT = Set.of(
            "date",
            "date_in_zone",
            "date_modify",
            "now",
            "htmlDate",
            "htmlDateInZone",
            "dateInZone",
            "dateModify",
            "randAlphaNum",
            "randAlpha",
            "randAscii",
            "randNumeric",
            "randBytes",
            "randInt",
            "uuidv4",
            "env",
            "expandenv",
            "getHostByName",
            "toYaml",
            "toYamlPretty",
            "mustToYaml",
            "fromYaml",
            "fromYamlArray",
            "toToml",
            "mustToToml",
            "fromToml",
            "fromJsonArray",
            "required",
            "mustToDuration",
            "durationRoundTo",
            "durationTruncateTo");

    private static final String SEE =
            " See: https://fluxcd.io/flux/components/image/imageupdateautomations/#message-template";

    /**
     * The automation and what it changed.
     *
     * @param images by what markers call the policies that chose them
     */
    public record Subject(String namespace, String name, ChangeSet changes, Map<String, Setters.Image> images) {}

    /** Whether it uses {@code .Updated}, which newer versions call {@code .Changed}. */
    public boolean usesUpdated() {
        return template.contains(".Updated");
    }

    /**
     * Returns what the template makes of the changes.
     *
     * @throws MessageException when the template is malformed, fails, or makes too much
     */
    public String render(Subject subject) throws MessageException {
        if (template.isEmpty()) {
            return DEFAULT;
        }
        TemplateSet parsed = parsed();
        try {
            return parsed.execute(
                    NAME,
                    TemplateData.of(
                            subject.namespace(),
                            subject.name(),
                            subject.changes(),
                            values,
                            new UpdatedData(subject.images()).of(subject.changes())),
                    LIMITS);
        } catch (GoError failed) {
            throw failed(failed);
        } catch (BudgetException tooMuch) {
            throw new MessageException(
                    "failed to run template from spec: it takes too long, or makes too much text: "
                            + tooMuch.getMessage(),
                    false,
                    tooMuch);
        }
    }

    private TemplateSet parsed() throws MessageException {
        try {
            Functions functions = Sprig.standard().functions().without(LEFT_OUT);
            return TemplateSet.empty(NAME, functions, Options.STANDARD).with(NAME, template);
        } catch (ParseException malformed) {
            throw new MessageException(
                    "unable to create commit message template from spec: " + malformed.getMessage(), false, malformed);
        }
    }

    private static MessageException failed(GoError failed) {
        String why = String.valueOf(failed.getMessage());
        if (why.contains("can't evaluate field ImageResult in type update.Result")) {
            return new MessageException(
                    "template uses removed '.Changed.ImageResult' field. Please use '.Changed.FileChanges' or"
                            + " '.Changed.Objects' instead." + SEE,
                    true,
                    failed);
        }
        return new MessageException("failed to run template from spec: " + why, false, failed);
    }
}
