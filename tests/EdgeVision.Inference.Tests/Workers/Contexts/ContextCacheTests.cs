using EdgeVision.Inference.Workers.Contexts;

namespace EdgeVision.Inference.Tests.Workers.Contexts;

/// <summary>What is kept comes back as it was, or not at all.</summary>
public sealed class ContextCacheTests : IDisposable
{
    // This process's id, but one that began at another time; and a number above every one that Linux gives.
    private static readonly string[] Dead = [$"{Environment.ProcessId}+1", "4194305+1", "4194305", ""];

    private static readonly ContextKey One = ContextRig.Key("one");
    private static readonly byte[] Model = [1, 2, 3, 4, 5];
    private readonly ContextRig _rig = new();

    [Fact]
    public void What_was_kept_is_found_under_its_key_and_no_other()
    {
        Assert.Null(_rig.Cache.Find(One, _rig.Notes));
        _rig.Keep(One, Model);
        Assert.Equal(Model, _rig.Cache.Find(One, _rig.Notes)!.Model!.Value.ToArray());
        Assert.Null(_rig.Cache.Find(ContextRig.Key("two"), _rig.Notes));
        Assert.Empty(_rig.Notes);
    }

    [Fact]
    public void That_there_is_nothing_to_keep_is_remembered()
    {
        using (var draft = _rig.Cache.Draft(One))
        {
            Assert.False(draft.Keep(placement: null));
        }

        Assert.Null(_rig.Cache.Find(One, _rig.Notes)!.Model);
    }

    [Theory]
    [InlineData("model.onnx")]
    [InlineData("entry.json")]
    public void Any_changed_or_cut_byte_is_noticed_and_set_aside(string file)
    {
        _rig.Keep(One, Model);
        var good = File.ReadAllBytes(_rig.FileOf(One, file));
        for (var at = 0; at < good.Length; at++)
        {
            byte[] wrong = [.. good];
            wrong[at] ^= 0x15;
            Damaged(file, wrong);
            Damaged(file, good[..at]);
        }
    }

    [Fact]
    public void A_missing_file_is_noticed()
    {
        _rig.Keep(One, Model);
        File.Delete(_rig.FileOf(One, "model.onnx"));
        Assert.Null(_rig.Cache.Find(One, _rig.Notes));
        Assert.Single(_rig.Notes);
    }

    [Fact]
    public void A_load_that_ended_its_process_is_the_last_from_there()
    {
        foreach (var dead in Dead)
        {
            _rig.Notes.Clear();
            _rig.Keep(One, Model);
            File.WriteAllBytes(_rig.FileOf(One, $"loading-{dead}"), []);
            Assert.Null(_rig.Cache.Find(One, _rig.Notes));
            Assert.Contains("did not come to its end", Assert.Single(_rig.Notes), StringComparison.Ordinal);
            Assert.Null(_rig.Cache.Find(One, _rig.Notes));
        }
    }

    [Fact]
    public void A_load_under_way_keeps_no_other_from_it()
    {
        _rig.Keep(One, Model);
        using (_rig.Cache.Use(One))
        {
            Assert.NotNull(_rig.Cache.Find(One, _rig.Notes));
        }

        Assert.Equal(2, Directory.GetFiles(Path.Combine(_rig.Folder, One.Name)).Length);
    }

    [Fact]
    public void Drafts_leave_nothing_behind()
    {
        foreach (var dead in Dead)
        {
            Directory.CreateDirectory(Path.Combine(_rig.Folder, $"{One.Name}-{dead}.draft"));
        }

        using (var other = _rig.Cache.Draft(ContextRig.Key("two")))
        {
            File.WriteAllBytes(other.ModelPath, Model);
        }

        _rig.Keep(One, Model);
        Assert.Equal(One.Name, Path.GetFileName(Assert.Single(Directory.GetDirectories(_rig.Folder))));
        Assert.Empty(_rig.Notes);
    }

    [Fact]
    public void Of_two_drafts_of_one_key_the_first_stays()
    {
        using var late = _rig.Cache.Draft(One);
        File.WriteAllBytes(late.ModelPath, [9]);
        Directory.CreateDirectory(Path.Combine(_rig.Folder, "elsewhere"));
        var mine = Path.GetDirectoryName(late.ModelPath)!;
        var moved = Path.Combine(_rig.Folder, "elsewhere", "late");
        Directory.Move(mine, moved);
        _rig.Keep(One, Model);
        Directory.Move(moved, mine);
        Assert.True(late.Keep(placement: null));
        Assert.Equal(Model, _rig.Cache.Find(One, _rig.Notes)!.Model!.Value.ToArray());
    }

    [Fact]
    public void The_longest_unused_goes_first_when_it_is_too_much()
    {
        using var rig = new ContextRig(mostBytes: 3500);
        var (a, b, c, d) = (ContextRig.Key("a"), ContextRig.Key("b"), ContextRig.Key("c"), ContextRig.Key("d"));
        rig.Keep(a, new byte[1000]);
        rig.Keep(b, new byte[1000]);
        rig.Keep(c, new byte[1000]);
        Assert.NotNull(rig.Cache.Find(a, rig.Notes));
        rig.Keep(d, new byte[1000]);
        Assert.Equal([true, false, true, true], new[] { a, b, c, d }.Select(key => rig.Cache.Find(key, rig.Notes) is not null));
    }

    [Fact]
    public void What_was_set_aside_goes_before_what_is_of_use()
    {
        using var rig = new ContextRig(mostBytes: 3500);
        var (a, b, c) = (ContextRig.Key("a"), ContextRig.Key("b"), ContextRig.Key("c"));
        rig.Keep(a, new byte[1000]);
        rig.Keep(b, new byte[1000]);
        rig.Cache.SetAside(b, "refused", rig.Notes);
        rig.Keep(b, new byte[1000]);
        rig.Keep(c, new byte[1000]);
        Assert.DoesNotContain(Directory.GetDirectories(rig.Folder), static folder => folder.EndsWith(".aside", StringComparison.Ordinal));
        Assert.All([a, b, c], key => Assert.NotNull(rig.Cache.Find(key, rig.Notes)));
    }

    [Fact]
    public void What_is_larger_than_all_that_may_be_kept_is_told()
    {
        using var rig = new ContextRig(mostBytes: 100);
        using var draft = rig.Cache.Draft(One);
        File.WriteAllBytes(draft.ModelPath, new byte[1000]);
        draft.Keep(placement: null);
        rig.Cache.Bound(One, rig.Notes);
        Assert.Contains("not kept", Assert.Single(rig.Notes), StringComparison.Ordinal);
        Assert.Null(rig.Cache.Find(One, rig.Notes));
    }

    public void Dispose() => _rig.Dispose();

    private static void Damaged(string file, byte[] content)
    {
        using var rig = new ContextRig();
        rig.Keep(One, Model);
        File.WriteAllBytes(rig.FileOf(One, file), content);

        // White space of the entry is not content.
        if (rig.Cache.Find(One, rig.Notes) is { } same)
        {
            Assert.Equal(Model, same.Model!.Value.ToArray());
            return;
        }

        Assert.Contains("set aside", Assert.Single(rig.Notes), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.GetDirectoryName(rig.FileOf(One, file))));
        Assert.Null(rig.Cache.Find(One, rig.Notes));
    }
}
