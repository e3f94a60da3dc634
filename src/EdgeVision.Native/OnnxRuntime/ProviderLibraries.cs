namespace EdgeVision.Native.OnnxRuntime;

/// <summary>
/// The provider libraries of this process. A device is a pointer into memory that goes away with its library, so every
/// use looks it up again under one lock.
/// </summary>
internal sealed class ProviderLibraries(OrtTable table, OrtEnvironment environment)
{
    private const string Ability = "plug-in providers";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ProviderRegistration> _libraries = [];

    public IReadOnlyList<OrtProviderDevice> Register(string name, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(path);
        table.Need(OrtVersion.OldestWithProviderLibraries, OrtSlot.RegisterExecutionProviderLibrary, Ability);
        var full = Path.GetFullPath(path);
        ProviderLibraryFile.Check(name, full);
        lock (_gate)
        {
            var before = table.GetEpDevices(environment.Handle).ToHashSet();
            try
            {
                table.RegisterExecutionProviderLibrary(environment.Handle, name, full);
            }
            catch (OrtException error) when (ProviderLibraryFile.Reason(full, error.Text) is { } reason)
            {
                throw ProviderLibraryFile.Unusable(name, full, reason);
            }

            var brought = table.GetEpDevices(environment.Handle).Where(device => !before.Contains(device)).ToHashSet();
            _libraries.Add(name, new ProviderRegistration(name) { Devices = brought });
            return [.. All().Where(device => brought.Contains(device.Place))];
        }
    }

    public void Unregister(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        table.Need(OrtVersion.OldestWithProviderLibraries, OrtSlot.UnregisterExecutionProviderLibrary, Ability);
        lock (_gate)
        {
            if (_libraries.GetValueOrDefault(name) is { Users: > 0 } used)
            {
                throw new InvalidOperationException(
                    $"provider library {name} cannot be unloaded: {used.Users} open sessions may run on it; close them first");
            }

            table.UnregisterExecutionProviderLibrary(environment.Handle, name);
            _libraries.Remove(name);
        }
    }

    public IReadOnlyList<OrtProviderDevice> Devices()
    {
        lock (_gate)
        {
            return table.Has(OrtVersion.OldestWithProviderLibraries) ? All() : [];
        }
    }

    /// <summary>Finds the chosen devices again and keeps their libraries loaded until the lease and every session with it are gone.</summary>
    public OrtProviderLease Lease(OrtSessionOptions options)
    {
        if (options.Devices.Count == 0 && options.DevicePolicy is null)
        {
            return new OrtProviderLease([], []);
        }

        if ((options.Provider is null ? 0 : 1) + Math.Min(options.Devices.Count, 1) + (options.DevicePolicy is null ? 0 : 1) > 1)
        {
            throw new ArgumentException("Provider, Devices and DevicePolicy are three ways to choose; give one of them");
        }

        table.Need(OrtVersion.OldestWithProviderLibraries, OrtSlot.SessionOptionsAppendExecutionProvider_V2, Ability);
        lock (_gate)
        {
            var places = table.GetEpDevices(environment.Handle);
            nint[] chosen = [.. options.Devices.Select(device => Find(device, places))];
            var any = options.DevicePolicy is not null;
            return new OrtProviderLease(chosen, [.. _libraries.Values.Where(library => any || chosen.Any(library.Devices.Contains))]);
        }
    }

    private nint Find(OrtProviderDevice device, nint[] places)
    {
        // The same place may hold another device by now; its name tells.
        if (!places.Contains(device.Place) || Describe(device.Place) is not { } now
            || now.Provider != device.Provider || now.Library != device.Library || now.DeviceId != device.DeviceId)
        {
            throw new OrtException(
                OrtErrorCode.NotFound, nameof(OrtSlot.GetEpDevices),
                $"{device} is not there any more: its library was unregistered; ask for the devices again");
        }

        return device.Place;
    }

    private OrtProviderDevice[] All() => [.. table.GetEpDevices(environment.Handle).Select(Describe)];

    private OrtProviderDevice Describe(nint device) => table.EpDevice(
        device, _libraries.Values.FirstOrDefault(library => library.Devices.Contains(device))?.Name);
}
