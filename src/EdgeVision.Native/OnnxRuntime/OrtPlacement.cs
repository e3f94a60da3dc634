namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Which provider runs which nodes of a session's graph.</summary>
/// <param name="Parts">What each provider took, in the library's order.</param>
public sealed record OrtPlacement(IReadOnlyList<OrtPlacedPart> Parts)
{
    /// <summary>The name under which the CPU's share is listed.</summary>
    public const string Cpu = "CPUExecutionProvider";

    private const int MostNamed = 5;

    public int Nodes => Parts.Sum(static part => part.Nodes.Count);

    /// <summary>Nodes by provider, the largest share first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Shares =>
    [
        .. Parts.GroupBy(static part => part.Provider)
            .Select(static share => KeyValuePair.Create(share.Key, share.Sum(static part => part.Nodes.Count)))
            .OrderByDescending(static share => share.Value),
    ];

    /// <summary>The nodes that run on one provider.</summary>
    public IReadOnlyList<OrtPlacedNode> On(string provider) =>
        [.. Parts.Where(part => part.Provider == provider).SelectMany(static part => part.Nodes)];

    /// <summary>What was not taken by the chosen provider, in words; empty when nothing was left to the CPU.</summary>
    public string LeftToTheCpu()
    {
        var left = On(Cpu);
        if (left.Count == 0)
        {
            return "";
        }

        var kinds = string.Join(", ", left.GroupBy(static node => node.Operator)
            .OrderByDescending(static kind => kind.Count())
            .Select(static kind => $"{kind.Count()} {kind.Key}"));
        var named = string.Join(", ", left.Take(MostNamed));
        var more = left.Count > MostNamed ? ", …" : "";
        return $"{left.Count} of {Nodes} nodes are left to the CPU ({kinds}): {named}{more}";
    }

    public override string ToString() => string.Join(", ", Shares.Select(static share => $"{share.Value} on {share.Key}"));
}
