using EdgeVision.Yaml.Tests.Samples;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Yaml.Tests.Binding;

public class ReadsByTypeTests
{
    [Fact]
    public void EveryKindOfOptionIsRead()
    {
        var bound = Sample.Bind("""
            id: gate-1
            enabled: false
            port: 8883
            seed: -9007199254740993
            score: .25
            wait: 1.5s
            most: 512KiB
            reserve: 12.5%
            mode: lowest_energy
            corner: [0.25, 1]
            objects: [person, 010, yes]
            part: {least: 0.2, password_file: /etc/p}
            models: {fine: street-m, night: {manifest: x, threads: 2}}
            devices: npu
            shape: {kind: square, side: 2}
            """);

        Assert.Equal("", bound.Problems.ToString());
        var read = bound.Need();
        Assert.Equal(("gate-1", false, 8883, -9007199254740993, 0.25), (read.Id, read.Enabled, read.Port, read.Seed, read.Score));
        Assert.Equal((TimeSpan.FromMilliseconds(1500), new ByteSize(524288), SampleMode.LowestEnergy), (read.Wait, read.Most, read.Mode));
        Assert.Equal(0.125, read.Reserve.Fraction);
        Assert.Equal(new NormalizedPoint(0.25, 1), read.Corner);
        Assert.Equal(["person", "010", "yes"], read.Objects);
        Assert.Equal(new SamplePart { Least = 0.2, PasswordFile = "/etc/p" }, read.Part);
        Assert.Equal(new SampleShort { Manifest = "street-m" }, read.Models["fine"]);
        Assert.Equal(new SampleShort { Manifest = "x", Threads = 2 }, read.Models["night"]);
        Assert.Equal([new SampleShort { Manifest = "npu" }], read.Devices);
        Assert.Equal(new SampleSquare { Side = 2 }, read.Shape);
    }

    [Fact]
    public void WhatIsLeftOutOrCommentedOutKeepsItsDefault()
    {
        var read = Sample.Bind("id: a\nobjects:\npart:\n  # least: 1\nmodels: ~\n").Need();
        Assert.Equal((1883, TimeSpan.FromMilliseconds(500), new SamplePart()), (read.Port, read.Wait, read.Part));
        Assert.Empty(read.Objects);
    }

    [Theory]
    [InlineData("1ms", 1)]
    [InlineData("2s", 2000)]
    [InlineData("0.5m", 30_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("1d", 86_400_000)]
    public void DurationsAreMilliseconds(string text, long milliseconds)
    {
        Assert.True(Duration.TryParse(text, out var read));
        Assert.Equal(milliseconds, (long)read.TotalMilliseconds);
        Assert.True(Duration.TryParse(Duration.Write(read), out var again));
        Assert.Equal(read, again);
    }

    [Theory]
    [InlineData("1B", 1)]
    [InlineData("1kB", 1000)]
    [InlineData("1KiB", 1024)]
    [InlineData("0.5MiB", 524_288)]
    [InlineData("3GB", 3_000_000_000)]
    [InlineData("2GiB", 2_147_483_648)]
    public void SizesAreBytes(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out var read));
        Assert.Equal(bytes, read.Bytes);
        Assert.True(ByteSize.TryParse(read.ToString(), out var again));
        Assert.Equal(read, again);
    }
}
