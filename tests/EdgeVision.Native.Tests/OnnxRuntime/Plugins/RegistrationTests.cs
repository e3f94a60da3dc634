using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Testing;

namespace EdgeVision.Native.Tests.OnnxRuntime.Plugins;

[Collection(OneAtATime.Name)]
public sealed class RegistrationTests
{
    [SkippableFact]
    public void The_cpu_is_a_device_of_every_library()
    {
        var cpu = Ort.Need().ProviderDevices().First(device => device.Provider == OrtPlacement.Cpu);

        Assert.Equal(OrtHardwareType.Cpu, cpu.HardwareType);
        Assert.Null(cpu.Library);
    }

    [SkippableFact]
    public void A_registered_library_lists_its_device_until_it_is_unregistered()
    {
        var library = Ort.Need();
        var before = library.ProviderDevices().Count;
        using (var npu = VirtualNpu.Register(library))
        {
            var device = Assert.Single(npu.Devices);
            Assert.Equal(npu.Name, device.Provider);
            Assert.Equal(npu.Name, device.Library);
            Assert.Equal("EdgeVision tests", device.ProviderVendor);
            Assert.Equal("EdgeVision tests", device.HardwareVendor);
            Assert.Equal(OrtHardwareType.Npu, device.HardwareType);
            Assert.Equal((0xEDEEu, 1u), (device.VendorId, device.DeviceId));
            Assert.Equal("virtual NPU", device.Metadata["kind"]);
            Assert.Contains(library.ProviderDevices(), listed => listed.Provider == npu.Name);
            Assert.Equal(before + 1, library.ProviderDevices().Count);
        }

        Assert.Equal(before, library.ProviderDevices().Count);
    }

    [SkippableFact]
    public void Two_libraries_live_side_by_side()
    {
        var library = Ort.Need();
        using var first = VirtualNpu.Register(library);
        using var second = VirtualNpu.Register(library);

        Assert.NotEqual(first.Devices[0].Provider, second.Devices[0].Provider);
        Assert.Equal(second.Name, second.Devices[0].Library);
    }

    [SkippableFact]
    public void A_library_without_its_hardware_brings_no_device()
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        npu.Order("devices=0");
        npu.Register();

        Assert.Empty(npu.Devices);
    }

    [SkippableFact]
    public void A_taken_name_is_refused()
    {
        using var npu = VirtualNpu.Register(Ort.Need());

        var error = Assert.Throws<OrtException>(npu.Register);
        Assert.Contains(npu.Name, error.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_unknown_name_cannot_be_unregistered()
    {
        Assert.Throws<OrtException>(() => Ort.Need().UnregisterProviderLibrary("nothing of that name"));
    }

    [SkippableTheory]
    [InlineData("factory")]
    [InlineData("devices")]
    public void A_library_that_fails_by_itself_says_why_and_can_be_registered_later(string stage)
    {
        using var npu = VirtualNpu.Copy(Ort.Need());
        npu.Order("fault=fail", $"at={stage}");

        var error = Assert.Throws<OrtException>(npu.Register);
        Assert.Equal("RegisterExecutionProviderLibrary", error.Function);
        Assert.Contains($"virtual NPU: ordered to fail at {stage}", error.Text, StringComparison.Ordinal);

        npu.Order();
        npu.Register();
        Assert.Single(npu.Devices);
    }

    [SkippableFact]
    public void A_missing_file_is_named()
    {
        var error = Refused("/no/such/libnpu.so");

        Assert.Contains("/no/such/libnpu.so: no such file", error.Message, StringComparison.Ordinal);
        Assert.Contains("provider library npu", error.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_file_that_is_no_library_is_refused()
    {
        using var file = new TemporaryFile("not a library at all, only some words"u8.ToArray());

        Assert.Contains("no ELF header", Refused(file.Path).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_library_for_another_processor_is_refused_before_it_is_loaded()
    {
        var library = File.ReadAllBytes(VirtualNpu.Need());
        library[18] ^= 0xFF;
        using var file = new TemporaryFile(library);

        Assert.Contains("is built for machine", Refused(file.Path).Message, StringComparison.Ordinal);
    }

    /// <summary>The system's loader dies of such a file, so it must not see it.</summary>
    [SkippableTheory]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(-1)]
    public void A_library_that_was_cut_short_is_refused_before_it_is_loaded(int bytes)
    {
        var library = File.ReadAllBytes(VirtualNpu.Need());
        using var file = new TemporaryFile(library[..(bytes < 0 ? library.Length / 2 : bytes)]);

        Assert.Contains("is cut short", Refused(file.Path).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_library_that_needs_another_one_is_refused_with_the_loaders_words()
    {
        var library = File.ReadAllBytes(VirtualNpu.Need());
        library.AsSpan(library.AsSpan().IndexOf("libstdc++.so.6"u8))[3] = (byte)'X';
        using var file = new TemporaryFile(library);

        Assert.Contains("libXtdc++.so.6", Refused(file.Path).Attempts[0].Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_library_without_the_entry_points_is_refused()
    {
        var other = Directory.EnumerateFiles("/usr/lib", "libm.so.6", SearchOption.AllDirectories).First();

        Assert.Contains("has no CreateEpFactories", Refused(other).Message, StringComparison.Ordinal);
    }

    private static NativeLibraryException Refused(string path)
    {
        var library = Ort.Need();
        var before = library.ProviderDevices().Count;
        var error = Assert.Throws<NativeLibraryException>(() => library.RegisterProviderLibrary("npu", path));
        Assert.Equal(before, library.ProviderDevices().Count);
        return error;
    }
}
