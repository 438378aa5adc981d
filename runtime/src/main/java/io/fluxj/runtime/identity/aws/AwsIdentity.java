package io.fluxj.runtime.identity.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.CloudEnvironment;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys that AWS gives for some time. The controller's own come from its variables, from a web identity (IRSA), from an agent (EKS Pod Identity, ECS), or
 * from the machine it runs on, in this order; those of a service account from its token. Source: behaviour §0.3, §11; AWS SDKs and Tools Reference.
 *
 * @param environment where to look
 */
public record AwsIdentity(CloudEnvironment environment) {
    /** Which role a service account has. */
    static final String ROLE = "eks.amazonaws.com/role-arn";

    private static final String VERSION = "2011-06-15";
    private static final String AUDIENCE = "sts.amazonaws.com";
    private static final Pattern ARN = Pattern.compile("arn:aws[\\w-]*:iam::[0-9]{1,30}:role/.{1,200}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Duration STATIC = Duration.ofHours(1);
    private static final String MACHINE = "http://169.254.169.254";

    /**
     * Keys of somebody.
     *
     * @param region whose token service is asked; empty for that of the controller's variables
     */
    public AwsKeys keys(Principal who, String region, Caller caller) throws IdentityException {
        String place = region.isEmpty() ? ownRegion() : region;
        if (!REGION.matcher(place).matches()) {
            throw new IdentityException("'" + place + "' is no region of AWS");
        }
        String role = who instanceof Principal.Account account ? account.annotation(ROLE) : "";
        return environment
                .cache()
                .get("aws/" + who.key() + "/" + role + "/" + tokenService(place), AwsKeys.class, () -> switch (who) {
                    case Principal.Controller _ -> own(place, caller);
                    case Principal.Account account -> assumed(account, role, place, caller);
                });
    }

    /** The region that the controller's variables name. */
    public String ownRegion() throws IdentityException {
        return environment
                .variable("AWS_REGION")
                .or(() -> environment.variable("AWS_DEFAULT_REGION"))
                .filter(region -> REGION.matcher(region).matches())
                .orElseThrow(() -> new IdentityException("AWS_REGION is not set in the controller's environment"));
    }

    private AwsKeys assumed(Principal.Account account, String role, String region, Caller caller)
            throws IdentityException {
        if (!ARN.matcher(role).matches()) {
            throw new IdentityException("serviceaccount '" + account.namespace() + "/" + account.name() + "': invalid "
                    + ROLE + " annotation: '" + role + "'");
        }
        String session = account.name() + "." + account.namespace() + "." + region + ".fluxcd.io";
        return assume(role, session, account.tokens().token(AUDIENCE), region, caller);
    }

    private AwsKeys own(String region, Caller caller) throws IdentityException {
        Optional<String> access = environment.variable("AWS_ACCESS_KEY_ID");
        if (access.isPresent()) {
            return new AwsKeys(
                    access.get(),
                    environment.variable("AWS_SECRET_ACCESS_KEY").orElse(""),
                    environment.variable("AWS_SESSION_TOKEN").orElse(""),
                    environment.clock().instant().plus(STATIC));
        }
        Optional<String> token = environment.file("AWS_WEB_IDENTITY_TOKEN_FILE");
        if (token.isPresent()) {
            String role = environment
                    .variable("AWS_ROLE_ARN")
                    .orElseThrow(
                            () -> new IdentityException("AWS_ROLE_ARN is not set, AWS_WEB_IDENTITY_TOKEN_FILE is"));
            String session = environment.variable("AWS_ROLE_SESSION_NAME").orElse("fluxcd.io");
            return assume(role, session, token.get(), region, caller);
        }
        Optional<URI> agent = agent();
        return agent.isPresent() ? ofAgent(agent.get()) : ofMachine();
    }

    private AwsKeys assume(String role, String session, String token, String region, Caller caller)
            throws IdentityException {
        return assumed(caller.ask(Call.form(
                tokenService(region),
                Map.of(
                        "Action", "AssumeRoleWithWebIdentity",
                        "Version", VERSION,
                        "RoleArn", role,
                        "RoleSessionName", session.length() > 64 ? session.substring(0, 64) : session,
                        "WebIdentityToken", token))));
    }

    /** Keys of a role that somebody with keys may take. */
    public AwsKeys assume(AwsKeys own, String role, String region, Caller caller) throws IdentityException {
        String key = "aws/role/" + own.access() + "/" + role + "/" + region;
        return environment.cache().get(key, AwsKeys.class, () -> {
            Call form = Call.form(
                    tokenService(region),
                    Map.of(
                            "Action",
                            "AssumeRole",
                            "Version",
                            VERSION,
                            "RoleArn",
                            role,
                            "RoleSessionName",
                            "fluxcd.io"));
            Map<String, String> headers = new AwsSignature(own, region, "sts")
                    .headers(
                            form.address(),
                            form.headers(),
                            form.body(),
                            environment.clock().instant());
            return assumed(caller.ask(new Call("POST", form.address(), headers, form.body())));
        });
    }

    /** Keys of a user of LDAP, of a server that has a token service of its own. Source: MinIO, AssumeRoleWithLDAPIdentity. */
    public AwsKeys ofUser(URI service, String username, String password, Caller caller) throws IdentityException {
        return assumed(caller.ask(Call.form(
                service,
                Map.of(
                        "Action", "AssumeRoleWithLDAPIdentity",
                        "Version", VERSION,
                        "LDAPUsername", username,
                        "LDAPPassword", password))));
    }

    private static AwsKeys assumed(String answer) throws IdentityException {
        return new AwsKeys(
                field(answer, "AccessKeyId"),
                field(answer, "SecretAccessKey"),
                field(answer, "SessionToken"),
                time(field(answer, "Expiration")));
    }

    URI tokenService(String region) {
        String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        return endpoint("STS", "https://sts." + region + "." + domain + "/");
    }

    /** The address of a service, which the controller's variables may say. */
    public URI endpoint(String service, String otherwise) {
        return URI.create(environment
                .variable("AWS_ENDPOINT_URL_" + service)
                .or(() -> environment.variable("AWS_ENDPOINT_URL"))
                .map(address -> address.replaceFirst("/*$", "/"))
                .orElse(otherwise));
    }

    /** The answer is XML of which four texts are needed, none of which has anything to escape. */
    private static String field(String xml, String name) throws IdentityException {
        Matcher found =
                Pattern.compile("<" + name + ">([^<&]{1,20000})</" + name + ">").matcher(xml);
        if (!found.find()) {
            throw new IdentityException("the answer of AWS's token service has no " + name);
        }
        return found.group(1).strip();
    }

    private Optional<URI> agent() {
        return environment
                .variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .map(path -> URI.create("http://169.254.170.2" + path))
                .or(() -> environment
                        .variable("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                        .map(URI::create));
    }

    private AwsKeys ofAgent(URI agent) throws IdentityException {
        Optional<String> token = environment
                .file("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
                .or(() -> environment.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN"));
        Map<String, String> headers =
                token.map(value -> Map.of("Authorization", value)).orElse(Map.of());
        return given(environment.metadata().json(Call.get(agent, headers)));
    }

    private AwsKeys ofMachine() throws IdentityException {
        if (environment.variable("AWS_EC2_METADATA_DISABLED").orElse("").equalsIgnoreCase("true")) {
            throw new IdentityException("no credentials of AWS are in the controller's environment, and"
                    + " AWS_EC2_METADATA_DISABLED forbids to ask the machine");
        }
        String machine = environment
                .variable("AWS_EC2_METADATA_SERVICE_ENDPOINT")
                .orElse(MACHINE)
                .replaceFirst("/*$", "");
        Caller metadata = environment.metadata();
        String session = metadata.ask(new Call(
                "PUT",
                URI.create(machine + "/latest/api/token"),
                Map.of("X-aws-ec2-metadata-token-ttl-seconds", "21600"),
                ""));
        Map<String, String> headers = Map.of("X-aws-ec2-metadata-token", session.strip());
        String roles = machine + "/latest/meta-data/iam/security-credentials/";
        String role = metadata.ask(Call.get(URI.create(roles), headers))
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        if (!role.matches("[\\w+=,.@-]{1,64}")) {
            throw new IdentityException("the machine has no role in AWS");
        }
        return given(metadata.json(Call.get(URI.create(roles + role), headers)));
    }

    private static AwsKeys given(JsonNode answer) throws IdentityException {
        AwsKeys keys = new AwsKeys(
                answer.path("AccessKeyId").asText(""),
                answer.path("SecretAccessKey").asText(""),
                answer.path("Token").asText(""),
                time(answer.path("Expiration").asText("")));
        if (keys.access().isEmpty() || keys.secret().isEmpty()) {
            throw new IdentityException("the answer of AWS holds no keys");
        }
        return keys;
    }

    private static Instant time(String text) throws IdentityException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new IdentityException("the answer of AWS does not say when its keys expire", malformed);
        }
    }
}
