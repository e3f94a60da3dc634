using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>The front garden of a door camera: lawn, a path from the gate to the door, a drive beside it.</summary>
/// <param name="To">Metres across where the garden ends and the pavement begins.</param>
/// <param name="Terrace">Metres across where the slabs before the door end.</param>
/// <param name="PathX">Middle of the path, metres along the street.</param>
/// <param name="DriveX">Middle of the drive.</param>
internal sealed record Forecourt(float To, float Terrace, float PathX, float DriveX)
{
    private const float HalfPath = 0.6f;
    private const float HalfDrive = 1.5f;

    /// <summary>Where a parked car's middle is, metres across.</summary>
    public float ParkedAt => To - 2.7f;

    public static Forecourt Of(ulong seed, float yaw, float nearest, float to)
    {
        var random = new SeededRandom(seed, 4);

        // The drive lies where the camera looks.
        var side = yaw >= 0 ? 1f : -1f;
        return new Forecourt(to, nearest * random.Range(0.7f, 1.2f), side * random.Range(-1.0f, 0.5f), side * random.Range(2.9f, 4.4f));
    }

    public bool OnPath(float x) => Math.Abs(x - PathX) < HalfPath;

    public bool OnDrive(float x) => Math.Abs(x - DriveX) < HalfDrive;
}
