using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Native;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators.Catalogue;

/// <summary>The catalogue agrees with itself and with the library.</summary>
public class CatalogueTests
{
    /// <summary>Taken out of ONNX Runtime before the version that scripts/setup fetches.</summary>
    private static readonly string[] Gone = ["ArmNN"];

    [Theory]
    [InlineData("CPU")]
    [InlineData("XNNPACK")]
    [InlineData("ACL")]
    [InlineData("ArmNN")]
    [InlineData("CUDA")]
    [InlineData("TensorRT")]
    [InlineData("NvTensorRTRTX")]
    [InlineData("OpenVINO")]
    [InlineData("QNN")]
    [InlineData("RKNPU")]
    [InlineData("VSINPU")]
    [InlineData("CANN")]
    [InlineData("VitisAI")]
    [InlineData("MIGraphX")]
    [InlineData("NNAPI")]
    [InlineData("CoreML")]
    [InlineData("DML")]
    [InlineData("WebGPU")]
    public void A_provider_is_found_by_either_name(string name)
    {
        var entry = ProviderCatalogue.Find(name);

        Assert.NotNull(entry);
        Assert.Equal(name, entry.Name);
        Assert.Same(entry, ProviderCatalogue.Find(entry.OrtName.ToUpperInvariant()));
        Assert.NotEmpty(entry.Serves);
        Assert.NotEmpty(entry.Precisions);
    }

    [Fact]
    public void Nobody_else_is_found() => Assert.Null(ProviderCatalogue.Find("Hailo"));

    [Fact]
    public void Names_are_unique()
    {
        Assert.Equal(ProviderCatalogue.Providers.Count, ProviderCatalogue.Providers.DistinctBy(entry => entry.OrtName).Count());
        Assert.Equal(ProviderCatalogue.Devices.Count, ProviderCatalogue.Devices.DistinctBy(device => device.Id).Count());
        Assert.All(ProviderCatalogue.Providers, entry => Assert.Equal(entry.Options.Count, entry.Options.DistinctBy(option => option.Name).Count()));
    }

    [SkippableFact]
    public void The_library_knows_these_names_and_files()
    {
        var library = File.ReadAllBytes(LibraryFile());

        foreach (var entry in ProviderCatalogue.Providers.Where(entry => !Gone.Contains(entry.Name)))
        {
            Assert.True(Holds(library, entry.OrtName), entry.OrtName);
            Assert.True(entry.Place == ProviderPlace.Compiled || Holds(library, entry.Libraries[0]), $"{entry} in {string.Join(", ", entry.Libraries)}");
        }

        Assert.All(Gone, name => Assert.False(Holds(library, ProviderCatalogue.Find(name)!.OrtName), name));
    }

    [SkippableFact]
    public void Every_WebGPU_option_is_one_that_the_library_reads()
    {
        var library = File.ReadAllBytes(LibraryFile());

        // Long constants are cut into pieces by the compiler; eight letters at one of the ends stay together.
        Assert.All(ProviderCatalogue.Find("WebGPU")!.Options, option => Assert.True(
            Holds(library, option.Name[..Math.Min(8, option.Name.Length)]) || Holds(library, option.Name[^Math.Min(8, option.Name.Length)..]), option.Name));
    }

    [Fact]
    public void What_is_kept_in_a_folder_is_kept_by_options_that_the_provider_has() => Assert.All(ProviderCatalogue.Providers, static entry =>
    {
        Assert.Equal(entry.Compiled == CompiledForm.Folder, entry.CompiledOptions.Values.Contains("{folder}"));
        Assert.All(entry.CompiledOptions, chosen =>
        {
            var option = Assert.Single(entry.Options, option => option.Name == chosen.Key);
            Assert.True(chosen.Value == (option.Type == ProviderOptionType.Path ? "{folder}" : option.On), $"{entry}: {chosen}");
        });
    });

    [Fact]
    public void Devices_name_providers_of_the_catalogue_that_serve_their_family() => Assert.All(
        ProviderCatalogue.Devices,
        device => Assert.All(device.Providers, name => Assert.Contains(ProviderCatalogue.Find(name)!.Serves, target => target.Family == device.Family)));

    [Fact]
    public void Every_figure_has_a_source() => Assert.All(
        ProviderCatalogue.Devices.Where(device => device.PeakTops is not null || device.Watts is not null || device.PriceUsd is not null),
        device => Assert.True(device.Source.Length > 0 && (device.PeakTops is null || device.PeakOf.Length > 0), device.Id));

    [Fact]
    public void Every_device_can_be_recognised_and_says_what_to_do() => Assert.All(
        ProviderCatalogue.Devices,
        device => Assert.True(device.Pci.Count + device.Usb.Count + device.Compatible.Count > 0 && device.Step.Length > 0, device.Id));

    [Fact]
    public void Options_that_choose_a_device_class_are_right() => Assert.All(
        ProviderCatalogue.Providers.SelectMany(entry => entry.Serves.Select(target => (entry, target))),
        pair => Assert.Empty(ProviderSettings.Of(pair.entry, pair.target.Options).Problems));

    private static string LibraryFile()
    {
        Ort.Need();
        var file = LibraryProbe.Candidates(Environment.GetEnvironmentVariable("EDGEVISION_ORT"), "libonnxruntime.so.1").FirstOrDefault(File.Exists);
        Skip.If(file is null, "needs the file of ONNX Runtime");
        return file!;
    }

    private static bool Holds(byte[] library, string text) => library.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(text)) >= 0;
}
