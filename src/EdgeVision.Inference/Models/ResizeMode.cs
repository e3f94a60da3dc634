namespace EdgeVision.Inference.Models;

/// <summary>How a picture is brought to a model's input size.</summary>
public enum ResizeMode
{
    /// <summary>Keeps the aspect ratio and pads the rest.</summary>
    Letterbox,

    /// <summary>Fills the input; the aspect ratio is lost.</summary>
    Stretch,
}
