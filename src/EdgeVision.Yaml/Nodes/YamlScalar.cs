namespace EdgeVision.Yaml.Nodes;

/// <summary>
/// One written value, kept as text: <c>010</c>, <c>yes</c> and <c>1.0</c> mean nothing until a binder reads them by
/// the option's type, so that YAML's guesses (octal numbers, Norway as false) cannot happen.
/// </summary>
public sealed class YamlScalar(Origin origin, string text, bool isPlain) : YamlNode(origin)
{
    public string Text { get; } = text;

    /// <summary>Written without quotes and not as a block.</summary>
    public bool IsPlain { get; } = isPlain;

    public override bool IsNull => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    public override string Kind => IsNull ? "no value" : "text";
}
