using System.Runtime.InteropServices;

namespace EdgeVision.Native.OnnxRuntime;

/// <summary>Which provider took which node. For a table of 1.24 or later.</summary>
internal sealed unsafe partial class OrtTable
{
    public OrtPlacement Session_GetEpGraphAssignmentInfo(OrtSessionHandle session)
    {
        var parts = new List<OrtPlacedPart>();
        foreach (var part in List(OrtSlot.Session_GetEpGraphAssignmentInfo, session.DangerousGetHandle()))
        {
            parts.Add(new OrtPlacedPart(
                Text(OrtSlot.EpAssignedSubgraph_GetEpName, part),
                [.. List(OrtSlot.EpAssignedSubgraph_GetNodes, part).Select(PlacedNode)]));
        }

        GC.KeepAlive(session);
        return new OrtPlacement(parts);
    }

    private OrtPlacedNode PlacedNode(nint node) => new(
        Text(OrtSlot.EpAssignedNode_GetOperatorType, node),
        Text(OrtSlot.EpAssignedNode_GetName, node),
        Text(OrtSlot.EpAssignedNode_GetDomain, node));

    private string Text(OrtSlot slot, nint owner) => Marshal.PtrToStringUTF8(Get(slot, owner)) ?? "";

    private nint[] List(OrtSlot slot, nint owner)
    {
        nint* items;
        nint count;
        Check(((delegate* unmanaged[Cdecl]<nint, nint**, nint*, nint>)Slot(slot))(owner, &items, &count), slot);
        return new ReadOnlySpan<nint>(items, (int)count).ToArray();
    }
}
