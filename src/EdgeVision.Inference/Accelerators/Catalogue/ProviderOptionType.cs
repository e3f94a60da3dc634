namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>What the value of a provider's option is.</summary>
public enum ProviderOptionType
{
    /// <summary>true or false.</summary>
    Switch,
    Integer,

    /// <summary>A size: 64MiB, or a bare number of bytes.</summary>
    Bytes,

    /// <summary>One of a list.</summary>
    Word,

    /// <summary>Free, or of a pattern.</summary>
    Text,

    /// <summary>A file or folder.</summary>
    Path,
}
