package io.fluxj.sops.metadata;

import io.fluxj.sops.key.KeyGroup;
import io.fluxj.sops.key.MasterKey;
import io.fluxj.sops.tree.Value;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the block of sops. */
public final class MetadataReader {
    private final int mostKeys;
    private int keys;

    private MetadataReader(int mostKeys) {
        this.mostKeys = mostKeys;
    }

    /**
     * Reads the block.
     *
     * @throws MetadataException if something is missing or wrong, or there are more keys than that
     */
    public static Metadata read(Value.Branch block, int mostKeys) {
        Fields fields = new Fields(block);
        OffsetDateTime lastModified = fields.time("lastmodified");
        return new Metadata(
                new MetadataReader(mostKeys).groups(fields),
                fields.number("shamir_threshold"),
                rule(fields),
                lastModified,
                fields.text("mac"),
                fields.truth("mac_only_encrypted"),
                fields.text("version"));
    }

    private List<KeyGroup> groups(Fields fields) {
        KeyGroup single = group(fields);
        if (!single.keys().isEmpty()) {
            return List.of(single);
        }
        List<KeyGroup> groups =
                fields.list("key_groups").stream().map(this::group).toList();
        if (groups.isEmpty()) {
            throw new MetadataException("No keys found in file");
        }
        return groups;
    }

    private KeyGroup group(Fields fields) {
        List<MasterKey> group = new ArrayList<>();
        fields.list("kms").forEach(each -> group.add(aws(each)));
        fields.list("gcp_kms").forEach(each -> group.add(gcp(each)));
        fields.list("hckms").forEach(each -> group.add(huawei(each)));
        fields.list("azure_kv").forEach(each -> group.add(azure(each)));
        fields.list("hc_vault").forEach(each -> group.add(vault(each)));
        fields.list("pgp").forEach(each -> group.add(pgp(each)));
        fields.list("age").forEach(each -> group.add(new MasterKey.Age(each.text("recipient"), each.text("enc"))));
        keys += group.size();
        if (keys > mostKeys) {
            throw new MetadataException("more than " + mostKeys + " keys in file");
        }
        return new KeyGroup(group);
    }

    private static MasterKey pgp(Fields fields) {
        fields.time("created_at");
        return new MasterKey.Pgp(fields.text("fp"), fields.text("enc"));
    }

    private static MasterKey aws(Fields fields) {
        fields.time("created_at");
        return new MasterKey.AwsKms(
                fields.text("arn"), fields.text("role"), fields.texts("context"), fields.text("enc"));
    }

    private static MasterKey gcp(Fields fields) {
        fields.time("created_at");
        return new MasterKey.GcpKms(fields.text("resource_id"), fields.text("enc"));
    }

    private static MasterKey azure(Fields fields) {
        fields.time("created_at");
        return new MasterKey.AzureKeyVault(
                fields.text("vault_url"), fields.text("name"), fields.text("version"), fields.text("enc"));
    }

    private static MasterKey vault(Fields fields) {
        fields.time("created_at");
        return new MasterKey.Vault(
                fields.text("vault_address"), fields.text("engine_path"), fields.text("key_name"), fields.text("enc"));
    }

    private static MasterKey huawei(Fields fields) {
        fields.time("created_at");
        return new MasterKey.HuaweiKms(fields.text("key_id"), fields.text("enc"));
    }

    private static EncryptionRule rule(Fields fields) {
        List<EncryptionRule> rules = new ArrayList<>();
        for (EncryptionRule.Kind kind : EncryptionRule.Kind.values()) {
            String text = fields.text(kind.field());
            if (!text.isEmpty()) {
                rules.add(EncryptionRule.of(kind, text));
            }
        }
        if (rules.size() > 1) {
            throw new MetadataException("Cannot use more than one of encrypted_suffix, unencrypted_suffix,"
                    + " encrypted_regex, unencrypted_regex, encrypted_comment_regex, or unencrypted_comment_regex in the"
                    + " same file");
        }
        return rules.isEmpty() ? EncryptionRule.byDefault() : rules.getFirst();
    }
}
