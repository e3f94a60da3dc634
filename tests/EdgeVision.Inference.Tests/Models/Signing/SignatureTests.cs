using EdgeVision.Core.Faults;
using EdgeVision.Inference.Models;
using EdgeVision.Inference.Models.Signing;
using EdgeVision.Inference.Tests.Fakes;

namespace EdgeVision.Inference.Tests.Models.Signing;

/// <summary>Our signatures and openssl's are the same thing, and nothing else passes for one.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public SignatureTests()
    {
        _folder.Write("labels.txt", "person\ncar\n");
        _folder.Write("model.yaml", Manifests.Text);
    }

    private string Manifest => _folder["model.yaml"];

    private string Signature => _folder["model.yaml.sig"];

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void Openssl_verifies_what_we_sign()
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        Sign("key");
        File.WriteAllBytes(_folder["sig.der"], Convert.FromBase64String(File.ReadAllLines(Signature)[1]));
        string[] verify = ["dgst", "-sha256", "-verify", "key.pub.pem", "-signature", "sig.der", "model.yaml"];
        Assert.Contains("Verified OK", OpenSsl.Run(_folder.Path, verify), StringComparison.Ordinal);
        File.AppendAllText(Manifest, "# one more line\n");
        Assert.NotEqual(0, OpenSsl.Try(_folder.Path, verify).Code);
    }

    [SkippableTheory]
    [InlineData("genpkey")]
    [InlineData("ecparam")]
    public void We_verify_what_openssl_signs(string maker)
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        if (maker == "ecparam")
        {
            OpenSsl.Run(_folder.Path, "ecparam", "-name", "prime256v1", "-genkey", "-out", "key.pem");
            OpenSsl.Run(_folder.Path, "ec", "-in", "key.pem", "-pubout", "-out", "key.pub.pem");
        }

        File.AppendAllText(Manifest, FixedLabels());
        OpenSsl.Run(_folder.Path, "dgst", "-sha256", "-sign", "key.pem", "-out", "sig.der", "model.yaml");
        OpenSsl.Run(_folder.Path, "base64", "-in", "sig.der", "-out", "model.yaml.sig");
        var verdict = Judge("key");
        Assert.Equal(SignatureState.Trusted, verdict.State);
        Assert.Null(Refusal("key"));

        using var key = SigningKey.ReadPrivate(_folder["key.pem"]);
        Assert.Equal(key.Id, verdict.KeyId);
    }

    [SkippableFact]
    public void The_key_id_is_the_hash_that_openssl_gives()
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        OpenSsl.Run(_folder.Path, "pkey", "-pubin", "-in", "key.pub.pem", "-outform", "DER", "-out", "key.der");
        var said = OpenSsl.Run(_folder.Path, "dgst", "-sha256", "key.der");
        using var key = SigningKey.ReadPublic(_folder["key.pub.pem"]);
        Assert.Equal(said.Trim()[^64..][..16], key.Id);
    }

    [SkippableFact]
    public void Signing_fixes_the_labels_and_leaves_every_word_of_the_manifest()
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        Sign("key");
        Assert.StartsWith(Manifests.Text, File.ReadAllText(Manifest), StringComparison.Ordinal);
        Assert.Equal(Manifests.Text + FixedLabels(), File.ReadAllText(Manifest));
        var before = File.ReadAllText(Manifest);
        Sign("key");
        Assert.Equal(before, File.ReadAllText(Manifest));
        File.WriteAllText(_folder["labels.txt"], "car\nperson\n");
        Assert.Contains("labels_sha256 says", Assert.ThrowsAny<Exception>(() => ManifestFile.Read(Manifest)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Whatever_byte_of_the_manifest_changes_it_is_no_longer_signed()
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        Sign("key");
        var good = File.ReadAllText(Manifest);
        string[] changes = [good + "\n", good + "# ", good.Replace("MIT", "mit", StringComparison.Ordinal), "\uFEFF" + good, good.Replace("\n", "\r\n", StringComparison.Ordinal)];
        foreach (var change in changes)
        {
            File.WriteAllText(Manifest, change);
            Assert.Equal(SignatureState.Invalid, Judge("key").State);
        }

        File.WriteAllText(Manifest, good);
        Assert.Equal(SignatureState.Trusted, Judge("key").State);
    }

    [SkippableFact]
    public void Each_kind_of_no_signature_is_told_apart()
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        OpenSsl.MakeKey(_folder.Path, "other");
        Assert.Equal(SignatureState.Missing, Judge("key").State);
        Assert.Contains($"unsigned, there is no {Signature}", Refusal("key")!.What, StringComparison.Ordinal);

        Sign("other");
        Assert.Equal(SignatureState.Untrusted, Judge("key").State);
        Assert.Equal(SignatureState.Trusted, Judge("key", "other").State);
        using var other = SigningKey.ReadPublic(_folder["other.pub.pem"]);
        Assert.Contains($"is signed by key {other.Id}, which is not trusted", Refusal("key")!.What, StringComparison.Ordinal);
        Assert.Equal(FaultCode.ModelUntrusted, Refusal("key")!.Code);
        Assert.Equal(SignatureState.Untrusted, Judge().State);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all")]
    [InlineData("MEUCIQDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("MAYCAQACAQA=")]
    public void Rubbish_is_no_signature(string content)
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        File.WriteAllText(Signature, content);
        Assert.Equal(SignatureState.Invalid, Judge("key").State);
        File.WriteAllText(Signature, content + new string('\n', 5000));
        Assert.Equal(SignatureState.Invalid, Judge("key").State);
    }

    [SkippableFact]
    public void A_signed_manifest_that_leaves_its_labels_open_is_refused()
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        using (var key = SigningKey.ReadPrivate(_folder["key.pem"]))
        {
            File.WriteAllText(Signature, ModelSignature.Create(File.ReadAllBytes(Manifest), key));
        }

        Assert.Equal(SignatureState.Trusted, Judge("key").State);
        Assert.Contains("does not fix its labels", Refusal("key")!.What, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("P-384", "another curve than P-256")]
    [InlineData("secp256k1", "another curve than P-256")]
    public void Other_curves_are_refused(string curve, string reason)
    {
        OpenSsl.MakeKey(_folder.Path, "key", curve);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => SigningKey.ReadPrivate(_folder["key.pem"])).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_private_key_does_not_pass_for_a_public_one_nor_the_other_way()
    {
        OpenSsl.MakeKey(_folder.Path, "key");
        var privately = Assert.Throws<InvalidDataException>(() => SigningKey.ReadPublic(_folder["key.pem"]));
        Assert.Contains("no block \"BEGIN PUBLIC KEY\"", privately.Message, StringComparison.Ordinal);
        Assert.Contains("openssl pkey", privately.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => SigningKey.ReadPrivate(_folder["key.pub.pem"]));
        Assert.Throws<InvalidDataException>(() => SigningKey.ReadPublic(_folder.Write("x.pem", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")));
        Assert.Throws<InvalidDataException>(() => SigningKey.ReadPublic(_folder.Write("large.pem", new string('x', 20_000))));
    }

    private string FixedLabels() => $"\nlabels_sha256: {ModelVerification.Hash(File.ReadAllBytes(_folder["labels.txt"]))}\n";

    private void Sign(string name)
    {
        using var key = SigningKey.ReadPrivate(_folder[$"{name}.pem"]);
        Assert.Equal(Signature, ManifestSigner.Sign(Manifest, key));
    }

    private SignatureVerdict Judge(params string[] names)
    {
        using var keys = TrustedKeys.Load(names.Select(name => _folder[$"{name}.pub.pem"]));
        return keys.Judge(ManifestFile.Read(Manifest));
    }

    private Fault? Refusal(string name)
    {
        using var keys = TrustedKeys.Load([_folder[$"{name}.pub.pem"]]);
        return keys.Refusal(ManifestFile.Read(Manifest));
    }
}
