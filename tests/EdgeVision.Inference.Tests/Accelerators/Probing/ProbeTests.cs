using EdgeVision.Inference.Accelerators.Catalogue;
using EdgeVision.Inference.Accelerators.Probing;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Accelerators.Probing;

/// <summary>A provider is usable when a session on it gave the right numbers, and not before.</summary>
public class ProbeTests
{
    [SkippableFact]
    public void The_processor_is_usable()
    {
        var report = Probe("CPU");

        Assert.Equal((ProbeOutcome.Usable, ""), (report.Outcome, report.Message));
        Assert.True(report.OpenMs > 0 && report.RunMs > 0);
    }

    [SkippableFact]
    public void The_processor_gives_the_numbers_computed_here()
    {
        using var session = Ort.Session(ProbeModel.Write());
        using var run = session.CreateRun();
        ProbeModel.Fill(run.Inputs[0].AsFloats());
        run.Run();

        Assert.Equal(ProbeModel.Expected(), run.Outputs[0]!.AsFloats().ToArray());
        Assert.Contains(ProbeModel.Expected(), value => value > 0);
        Assert.Contains(ProbeModel.Expected(), value => value == 0);
    }

    [SkippableTheory]
    [InlineData("XNNPACK")]
    [InlineData("OpenVINO")]
    [InlineData("QNN")]
    [InlineData("CUDA")]
    [InlineData("VSINPU")]
    public void A_provider_that_is_not_there_is_refused_in_the_librarys_words(string provider)
    {
        var library = Ort.Need();
        Skip.If(library.AvailableProviders.Contains(ProviderCatalogue.Find(provider)!.OrtName), $"this library has {provider}");

        var report = Probe(provider);

        Assert.Equal(ProbeOutcome.Refused, report.Outcome);
        Assert.NotEmpty(report.Message);
    }

    private static ProbeReport Probe(string provider) =>
        ProviderProbe.Run(Ort.Need(), ProviderCatalogue.Find(provider)!, new Dictionary<string, string>(), TimeProvider.System);
}
