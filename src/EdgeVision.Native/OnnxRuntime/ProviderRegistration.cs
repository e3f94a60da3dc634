namespace EdgeVision.Native.OnnxRuntime;

/// <summary>A provider library in the process, and how many sessions may run on it.</summary>
internal sealed class ProviderRegistration(string name)
{
    private int _users;

    public string Name { get; } = name;

    /// <summary>Its devices, as ONNX Runtime points to them.</summary>
    public required IReadOnlySet<nint> Devices { get; init; }

    public int Users => Volatile.Read(ref _users);

    public void Take() => Interlocked.Increment(ref _users);

    public void Return() => Interlocked.Decrement(ref _users);
}
