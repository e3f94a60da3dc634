namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>How a session takes a provider in.</summary>
public enum ProviderWay
{
    /// <summary>It is always there.</summary>
    Always,

    /// <summary>Through the function table: the generic call with the provider's name, or a function of its own that this program calls.</summary>
    Table,

    /// <summary>Only through a function that the library exports beside its table, or a slot of it, which this program does not call.</summary>
    Export,
}
