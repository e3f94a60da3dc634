using System.CommandLine;

namespace EdgeVision.Service.Verbs;

internal static class DetectVerb
{
    public static Command Create() => CommandTree.Verb("detect", "Finds objects in a picture, a folder or a video.", "detect street.jpg");
}
