using EdgeVision.Core.Operating;
using EdgeVision.Inference.Accelerators.Hardware;

namespace EdgeVision.Inference.Tests.Accelerators.Hardware;

/// <summary>What is found on machines whose hardware is known.</summary>
public class RecordedMachineTests
{
    [Fact]
    public void A_Raspberry_Pi_5_shows_its_Hailo()
    {
        using var machine = new RecordedMachine("raspberry-pi-5-hailo");
        var found = machine.Scan();

        Assert.Equal("Raspberry Pi 5 Model B Rev 1.0", found.Board);
        Assert.Equal("4x Cortex-A76", found.Processor.Name);
        Assert.Equal("arm64", found.Processor.Architecture);
        Assert.Contains("asimddp", found.Processor.Features);
        Assert.Equal(["raspberry-pi-5-cpu", "videocore-gpu", "hailo-8"], Ids(found));
        var hailo = found.Devices[2];
        Assert.Equal((DeviceBus.Pci, "0001:01:00.0", "1e60:2864", "hailo"), (hailo.Bus, hailo.Address, hailo.Ids, hailo.Driver));
        Assert.Equal(["/dev/hailo0"], hailo.Nodes);
        Assert.False(hailo.LacksDriver);
    }

    [Fact]
    public void A_card_without_its_device_file_lacks_the_driver()
    {
        using var machine = new RecordedMachine("raspberry-pi-5-hailo").Without("/dev/hailo0");

        Assert.True(machine.Scan().Devices.Single(device => device.Known?.Id == "hailo-8").LacksDriver);
    }

    [Fact]
    public void A_Raspberry_Pi_4_shows_its_Coral_stick()
    {
        using var machine = new RecordedMachine("raspberry-pi-4-coral");
        var found = machine.Scan();

        Assert.Equal(["raspberry-pi-4-cpu", "videocore-gpu", "coral-edge-tpu-usb"], Ids(found));
        var coral = found.Devices[2];
        Assert.Equal((AcceleratorFamily.Tpu, DeviceBus.Usb, "2-1"), (coral.Family, coral.Bus, coral.Address));

        // Its driver is in user space: nothing is missing.
        Assert.False(coral.LacksDriver);
        Assert.DoesNotContain("asimddp", found.Processor.Features);
    }

    [Fact]
    public void A_Jetson_is_known_by_its_board_and_not_twice_by_its_chip()
    {
        using var machine = new RecordedMachine("jetson-orin-nano");
        var found = machine.Scan();

        Assert.Equal(["", "jetson-orin-nano"], Ids(found));
        Assert.Equal("6x Cortex-A78AE", found.Processor.Name);
        Assert.Equal(["TensorRT", "CUDA"], found.Devices[1].Known!.Providers);
        Assert.Contains("/dev/nvmap", found.Devices[1].Nodes);
    }

    [Fact]
    public void An_RK3588_board_shows_NPU_and_GPU()
    {
        using var machine = new RecordedMachine("rock-5b");
        var found = machine.Scan();

        Assert.Equal(["", "rockchip-rk3588-npu", "mali-gpu"], Ids(found));
        Assert.Equal("4x Cortex-A55 + 4x Cortex-A76", found.Processor.Name);
        Assert.Equal(8, found.Processor.Threads);
        Assert.Equal(["/dev/dri/renderD129"], found.Devices[1].Nodes);
    }

    [Fact]
    public void A_Core_Ultra_shows_GPU_and_NPU()
    {
        using var machine = new RecordedMachine("core-ultra");
        var found = machine.Scan();

        Assert.Equal("LENOVO 21KSCTO1WW", found.Board);
        Assert.Equal(("x64", "intel", 22), (found.Processor.Architecture, found.Processor.Vendor, found.Processor.Threads));
        Assert.Contains("avx_vnni", found.Processor.Features);
        Assert.Equal(["", "intel-gpu", "intel-npu-meteor-lake"], Ids(found));
        Assert.Equal(["/dev/accel/accel0"], found.Devices[2].Nodes);
        Assert.Equal("intel_vpu", found.Devices[2].Driver);
    }

    [Fact]
    public void A_virtual_machine_has_its_processor_only()
    {
        using var machine = new RecordedMachine("x86-vm");
        var found = machine.Scan();

        Assert.Equal([""], Ids(found));
        Assert.Equal("AMD EPYC 7763 64-Core Processor", found.Devices[0].Name);
        Assert.Equal("QEMU Standard PC (Q35 + ICH9, 2009)", found.Board);
    }

    [Fact]
    public void A_device_file_alone_is_enough_in_a_container()
    {
        using var machine = new RecordedMachine("x86-vm");
        File.WriteAllText(machine.Root + "/dev/hailo0", "");
        File.WriteAllText(machine.Root + "/dev/apex_0", "");

        var found = machine.Scan();

        Assert.Equal(["", "hailo-8", "coral-edge-tpu-pcie"], Ids(found));
        Assert.Equal((DeviceBus.Node, "/dev/hailo0"), (found.Devices[1].Bus, found.Devices[1].Address));
    }

    [Fact]
    public void An_empty_folder_has_a_processor_of_which_nothing_is_known()
    {
        using var folder = new Fakes.TempFolder();
        var found = HardwareScan.Read(folder.Path);

        Assert.Equal(AcceleratorFamily.Cpu, Assert.Single(found.Devices).Family);
        Assert.Equal(0, found.Processor.Threads);
    }

    [SkippableFact]
    public void This_machine_has_as_many_threads_as_the_system_says()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "reads /proc");

        Assert.True(HardwareScan.Read().Processor.Threads >= Environment.ProcessorCount);
    }

    private static IEnumerable<string> Ids(HardwareInventory found) => found.Devices.Select(device => device.Known?.Id ?? "");
}
