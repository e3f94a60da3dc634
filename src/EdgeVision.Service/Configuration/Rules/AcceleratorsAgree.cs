using EdgeVision.Service.Configuration.Options;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>auto stands alone or with plug-ins that it may choose, and one accelerator is not two.</summary>
internal sealed class AcceleratorsAgree : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        if (!draft.IsSound("accelerators"))
        {
            return;
        }

        if (draft.Config.Accelerators.Count == 0)
        {
            draft.Refuse("accelerators", "is an empty list; write auto, or delete the key");
        }

        var all = draft.Accelerators;
        for (var i = 1; i < all.Count; i++)
        {
            // A plug-in adds to what auto chooses from.
            if (all.Count(one => one.Accelerator.Library is null) > 1 && all.Any(one => new AcceleratorName(one.Accelerator.Provider).IsAuto))
            {
                draft.Refuse(all[i].Path, "stands beside auto, which chooses by itself; write either auto, with plug-ins that have a library, or a list without it");
                return;
            }

            if (all.Take(i).Any(earlier => IsSame(earlier.Accelerator, all[i].Accelerator)))
            {
                draft.Refuse(all[i].Path, "is listed a second time; give its threads in one entry");
            }
        }
    }

    /// <summary>Other options may mean another device of the same provider.</summary>
    private static bool IsSame(AcceleratorOptions one, AcceleratorOptions other) =>
        new AcceleratorName(one.Provider).Spelled == new AcceleratorName(other.Provider).Spelled
        && one.Library == other.Library
        && one.Options.Count == other.Options.Count && one.Options.All(other.Options.Contains);
}
