using EdgeVision.Native;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Libraries;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Libraries and programs that are missing or do not load.</summary>
public class LibraryTests
{
    [Fact]
    public async Task A_library_that_cannot_be_loaded_lists_every_place_with_its_reason()
    {
        using var tree = new RecordedTree().With("lib/libthing.so.1", "no ELF");
        string[] places = [Path.Combine(tree.Path, "other/libthing.so.1"), Path.Combine(tree.Path, "lib/libthing.so.1")];
        FoundLibrary Load()
        {
            _ = LibraryProbe.Load("libthing", places, "apt install libthing1");
            return new FoundLibrary("", "", []);
        }

        var needed = await Examination.Single(new LibraryCheck("libthing", "nothing runs", isNeeded: true, Load));
        Examination.Says(needed, CheckState.Fail, "cannot be loaded: nothing runs", "apt install libthing1");
        Assert.Equal(2, needed.Details.Count);
        Assert.Equal($"{places[0]}: no such file", needed.Details[0]);
        Assert.StartsWith($"{places[1]}: ", needed.Details[1], StringComparison.Ordinal);
        Assert.Equal(CheckState.Warn, (await Examination.Single(new LibraryCheck("libthing", "", isNeeded: false, Load))).State);
    }

    [Fact]
    public async Task A_library_that_is_there_says_version_and_place()
    {
        var found = await Examination.Single(new LibraryCheck("libthing", "", isNeeded: true, () => new FoundLibrary("2.0.11", "libthing.so.1", [])));
        Assert.Equal(new Finding(CheckState.Ok, "libthing", "2.0.11 from libthing.so.1") { Details = found.Details }, found);
    }

    [Fact]
    public async Task Ffmpeg_that_is_missing_is_a_fail_where_a_camera_needs_it()
    {
        using var empty = new RecordedTree();
        Examination.Says(await Examination.Single(new FfmpegCheck(isNeeded: true, empty.Path)), CheckState.Fail, "ffmpeg and ffprobe are not installed", "sudo apt install ffmpeg");
        Examination.Says(await Examination.Single(new FfmpegCheck(isNeeded: false, empty.Path)), CheckState.Warn, "no camera of the device file needs it", "sudo apt install ffmpeg");
        empty.WithProgram("ffmpeg", "ffmpeg version 5.1.6-0+deb12u1 Copyright (c) 2000-2024");
        Examination.Says(await Examination.Single(new FfmpegCheck(isNeeded: true, empty.Path)), CheckState.Fail, "ffprobe is not installed", "sudo apt install ffmpeg");
    }

    [Theory]
    [InlineData("ffmpeg version 5.1.6-0+deb12u1 Copyright (c) 2000-2024", CheckState.Ok, "5.1.6-0+deb12u1 at ")]
    [InlineData("ffmpeg version N-109542-g0a1b2c3 Copyright (c) 2000-2024", CheckState.Ok, "N-109542-g0a1b2c3 at ")]
    [InlineData("ffmpeg version n7.0 Copyright (c) 2000-2024", CheckState.Ok, "n7.0 at ")]
    [InlineData("ffmpeg version 3.4.8-0ubuntu0.2 Copyright (c) 2000-2020", CheckState.Warn, "3.4.8-0ubuntu0.2 at ")]
    [InlineData("error while loading shared libraries: libavdevice.so.59", CheckState.Fail, "does not run: error while loading shared libraries: libavdevice.so.59")]
    public async Task Ffmpegs_own_words_decide(string answer, CheckState state, string found)
    {
        using var tree = new RecordedTree().WithProgram("ffmpeg", answer).WithProgram("ffprobe", "");
        Examination.Says(await Examination.Single(new FfmpegCheck(isNeeded: true, tree.Path)), state, found, "");
    }
}
