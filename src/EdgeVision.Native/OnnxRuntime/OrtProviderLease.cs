using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Registered provider libraries in use: none of them is unloaded while a session holds this.</summary>
internal sealed class OrtProviderLease : SafeHandle
{
    private readonly IReadOnlyList<ProviderRegistration> _libraries;

    /// <param name="devices">The devices chosen, as the library points to them.</param>
    /// <param name="libraries">The libraries in use.</param>
    public OrtProviderLease(nint[] devices, IReadOnlyList<ProviderRegistration> libraries)
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
        Devices = devices;
        _libraries = libraries;
        foreach (var library in libraries)
        {
            library.Take();
        }

        // There is no handle; any number but 0 makes the base class count and release.
        SetHandle(1);
    }

    public nint[] Devices { get; }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        foreach (var library in _libraries)
        {
            library.Return();
        }

        return true;
    }
}
