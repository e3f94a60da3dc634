namespace EdgeVision.Inference.Accelerators.Catalogue;

/// <summary>In what form a provider gives away what it compiled a model to, so that the next load need not compile.</summary>
public enum CompiledForm
{
    /// <summary>In none, or it compiles nothing.</summary>
    None,

    /// <summary>As EPContext nodes in a model that ONNX Runtime writes.</summary>
    Context,

    /// <summary>As files of its own in a folder that an option names.</summary>
    Folder,
}
