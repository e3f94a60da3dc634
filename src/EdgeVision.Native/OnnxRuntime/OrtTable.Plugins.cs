using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Provider libraries that come in at run time, and the devices they bring. For a table of 1.22 or later.</summary>
internal sealed unsafe partial class OrtTable
{
    /// <summary>Whether the table has what came with 1.<paramref name="minor"/>.</summary>
    public bool Has(int minor) => version >= minor;

    public void RegisterExecutionProviderLibrary(OrtEnvHandle env, string name, string path)
    {
        using var texts = new Utf8Array(name, path);
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint, nint>)Slot(OrtSlot.RegisterExecutionProviderLibrary);
        Check(call(env.DangerousGetHandle(), texts.Pointers[0], texts.Pointers[1]), OrtSlot.RegisterExecutionProviderLibrary);
        GC.KeepAlive(env);
    }

    public void UnregisterExecutionProviderLibrary(OrtEnvHandle env, string name)
    {
        using var text = new Utf8Array(name);
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint>)Slot(OrtSlot.UnregisterExecutionProviderLibrary);
        Check(call(env.DangerousGetHandle(), text.Pointers[0]), OrtSlot.UnregisterExecutionProviderLibrary);
        GC.KeepAlive(env);
    }

    public nint[] GetEpDevices(OrtEnvHandle env)
    {
        nint* devices;
        nint count;
        var call = (delegate* unmanaged[Cdecl]<nint, nint**, nint*, nint>)Slot(OrtSlot.GetEpDevices);
        Check(call(env.DangerousGetHandle(), &devices, &count), OrtSlot.GetEpDevices);
        var copy = new ReadOnlySpan<nint>(devices, (int)count).ToArray();
        GC.KeepAlive(env);
        return copy;
    }

    public void SessionOptionsAppendExecutionProvider_V2(
        OrtSessionOptionsHandle options, OrtEnvHandle env, nint[] devices, IReadOnlyDictionary<string, string> settings)
    {
        const OrtSlot slot = OrtSlot.SessionOptionsAppendExecutionProvider_V2;
        using var keys = new Utf8Array([.. settings.Keys]);
        using var values = new Utf8Array([.. settings.Values]);
        var call = (delegate* unmanaged[Cdecl]<nint, nint, nint*, nint, nint*, nint*, nint, nint>)Slot(slot);
        fixed (nint* first = devices)
        {
            Check(
                call(
                    options.DangerousGetHandle(), env.DangerousGetHandle(), first, devices.Length,
                    keys.Pointers, values.Pointers, keys.Count),
                slot);
        }

        GC.KeepAlive(options);
        GC.KeepAlive(env);
    }

    public void SessionOptionsSetEpSelectionPolicy(OrtSessionOptionsHandle options, OrtDevicePolicy policy) =>
        Call(OrtSlot.SessionOptionsSetEpSelectionPolicy, options, (int)policy);

    public OrtProviderDevice EpDevice(nint device, string? library)
    {
        var hardware = Ask(OrtSlot.EpDevice_Device, device);
        return new OrtProviderDevice
        {
            Place = device,
            Library = library,
            Provider = AskText(OrtSlot.EpDevice_EpName, device),
            ProviderVendor = AskText(OrtSlot.EpDevice_EpVendor, device),
            Metadata = Pairs(Ask(OrtSlot.EpDevice_EpMetadata, device)),
            Options = Pairs(Ask(OrtSlot.EpDevice_EpOptions, device)),
            HardwareType = (OrtHardwareType)AskNumber(OrtSlot.HardwareDevice_Type, hardware),
            HardwareVendor = AskText(OrtSlot.HardwareDevice_Vendor, hardware),
            VendorId = AskNumber(OrtSlot.HardwareDevice_VendorId, hardware),
            DeviceId = AskNumber(OrtSlot.HardwareDevice_DeviceId, hardware),
            HardwareMetadata = Pairs(Ask(OrtSlot.HardwareDevice_Metadata, hardware)),
        };
    }

    private nint Ask(OrtSlot slot, nint target) => ((delegate* unmanaged[Cdecl]<nint, nint>)Slot(slot))(target);

    private uint AskNumber(OrtSlot slot, nint target) => ((delegate* unmanaged[Cdecl]<nint, uint>)Slot(slot))(target);

    private string AskText(OrtSlot slot, nint target) => Marshal.PtrToStringUTF8(Ask(slot, target)) ?? "";

    private Dictionary<string, string> Pairs(nint pairs)
    {
        var copy = new Dictionary<string, string>();
        if (pairs == 0)
        {
            return copy;
        }

        nint* keys;
        nint* values;
        nint count;
        ((delegate* unmanaged[Cdecl]<nint, nint**, nint**, nint*, void>)Slot(OrtSlot.GetKeyValuePairs))(pairs, &keys, &values, &count);
        for (var index = 0; index < count; index++)
        {
            copy[Marshal.PtrToStringUTF8(keys[index]) ?? ""] = Marshal.PtrToStringUTF8(values[index]) ?? "";
        }

        return copy;
    }
}
