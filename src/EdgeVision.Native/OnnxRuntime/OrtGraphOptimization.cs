namespace EdgeVision.Native.OnnxRuntime;

/// <summary>How far the graph is rewritten when a session is created (<c>GraphOptimizationLevel</c>).</summary>
public enum OrtGraphOptimization
{
    None = 0,
    Basic = 1,
    Extended = 2,
    Layout = 3,
    All = 99,
}
