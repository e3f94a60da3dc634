using EdgeVision.Core.Operating;
using EdgeVision.Inference.Profiling.Roofline;
using EdgeVision.Inference.Tests.Accelerators.Hardware;

namespace EdgeVision.Inference.Tests.Profiling;

/// <summary>Watts and price come from who published them, and for a board from who bought it.</summary>
public class PublishedFactsTests
{
    private static readonly AcceleratorFacts Said = new(Watts: 6, Price: 75, Currency: "EUR");

    [Fact]
    public void A_cards_figures_are_the_catalogues_and_not_the_boards()
    {
        using var machine = new RecordedMachine("raspberry-pi-5-hailo");
        var facts = new PublishedFacts(machine.Scan(), Said);

        // Hailo's product page: 2.5 W typical.
        Assert.Equal(2.5, facts.Of(AcceleratorFamily.Npu, "hailo").Watts);
        Assert.NotEqual(75, facts.Of(AcceleratorFamily.Npu, "hailo").Price);
        Assert.Equal(Said, facts.Of(AcceleratorFamily.Cpu, "cpu"));
    }

    [Fact]
    public void What_is_said_of_a_board_comes_before_the_catalogue_part_by_part()
    {
        using var machine = new RecordedMachine("jetson-orin-nano");
        var hardware = machine.Scan();

        Assert.Equal(new AcceleratorFacts(25, 249, "USD"), new PublishedFacts(hardware, AcceleratorFacts.None).Of(AcceleratorFamily.Gpu, "TensorRT"));
        Assert.Equal(new AcceleratorFacts(6, 249, "USD"), new PublishedFacts(hardware, new AcceleratorFacts(Watts: 6)).Of(AcceleratorFamily.Gpu, "TensorRT"));
        Assert.Equal(Said, new PublishedFacts(hardware, Said).Of(AcceleratorFamily.Gpu, "gpu"));
    }

    [Fact]
    public void Nothing_is_known_of_what_is_not_there()
    {
        using var machine = new RecordedMachine("x86-vm");

        Assert.Equal(AcceleratorFacts.None, new PublishedFacts(machine.Scan(), Said).Of(AcceleratorFamily.Npu, "npu"));
        Assert.Equal(AcceleratorFacts.None, new PublishedFacts(machine.Scan(), AcceleratorFacts.None).Of(AcceleratorFamily.Cpu, "cpu"));
    }
}
