using EdgeVision.Core.Faults;
using EdgeVision.Service.Doctor;
using EdgeVision.Service.Doctor.Cameras;

namespace EdgeVision.Service.Tests.Doctor;

/// <summary>Cameras that are away, slow, dark or break.</summary>
public class CameraTests
{
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task A_cameras_own_fault_is_said_with_its_remedy_and_without_a_password()
    {
        var fault = new Fault(FaultCode.SourceRefused, "camera gate", "rtsp://viewer:hunter2@192.0.2.20/s: 401 Unauthorized", "check the user and the password in password_file", "one\nrtsp://a:hunter2@b\n");
        var found = await Look(new FakeCamera(0) { Refusal = fault });
        Assert.Equal("camera gate", found.Subject);
        Examination.Says(found, CheckState.Fail, "rtsp://viewer:***@192.0.2.20/s: 401 Unauthorized", "check the user and the password");
        Assert.Equal(["one", "rtsp://a:***@b"], found.Details);
    }

    [Fact]
    public async Task No_picture_within_the_cameras_own_time_is_a_fail() =>
        Examination.Says(await Look(new FakeCamera(0)), CheckState.Fail, "fake camera: no picture within 0.2 s", "check the camera's power, cable and network");

    [Fact]
    public async Task A_camera_that_breaks_while_it_is_watched_is_a_fail() =>
        Examination.Says(
            await Look(new FakeCamera(3) { Crash = new Fault(FaultCode.SourceCrashed, "camera gate", "ffmpeg was killed", "see its last words") }),
            CheckState.Fail, "ffmpeg was killed", "see its last words");

    [Fact]
    public async Task A_device_that_another_program_uses_may_be_the_services_own()
    {
        var busy = new Fault(FaultCode.SourceRefused, "camera gate", "/dev/video0: Device or resource busy", "another program uses the camera: end it");
        Examination.Says(await Look(new FakeCamera(0) { Refusal = busy }, isDevice: true), CheckState.Fail, "busy", "sudo systemctl stop edgevision");
    }

    [Fact]
    public async Task One_picture_and_then_none_is_a_warning() =>
        Examination.Says(await Look(new FakeCamera(1)), CheckState.Warn, "one picture, and none in the 0.1 s after it", "frame rate");

    [Fact]
    public async Task A_camera_of_few_pictures_is_not_blamed_for_it() =>
        Examination.Says(await Look(new FakeCamera(1, nominal: 0.2)), CheckState.Ok, "one picture", "");

    [Fact]
    public async Task Missing_frames_are_a_warning_with_both_rates() =>
        Examination.Says(await Look(new FakeCamera(2, nominal: 1_000_000)), CheckState.Warn, "frames/s of 1000000: frames are missing", "capture: {scale: 640x360}");

    [Fact]
    public async Task A_covered_lens_is_a_warning() =>
        Examination.Says(await Look(new FakeCamera(5) { IsFlat = true, Ends = true }), CheckState.Warn, "the picture is one flat grey", "cap off the lens");

    [Fact]
    public async Task A_recording_that_ends_soon_is_good() =>
        Examination.Says(await Look(new FakeCamera(5, nominal: 30) { Ends = true }), CheckState.Ok, "64x48 I420, first picture after", "");

    [Fact]
    public async Task When_the_doctors_time_is_up_each_camera_has_its_own_line()
    {
        var silent = new CameraToCheck("silent", TimeSpan.FromMinutes(1), () => new FakeCamera(0), IsDevice: false);
        var found = await Examination.Of(0.05, new CameraCheck([silent, silent, silent, silent, silent with { Id = "last" }], Watch, TimeProvider.System));
        Examination.Says(found, "camera silent", CheckState.Fail, "when the doctor's time was up; its own limit is 60 s", "edgevision doctor --seconds 60");
        Examination.Says(found, "camera last", CheckState.Warn, "was not tried: the others took all the time", "edgevision doctor --seconds 60");
        Assert.Equal(5, found.Count);
    }

    [Fact]
    public async Task Only_a_few_are_open_at_a_time_and_all_are_closed()
    {
        var (open, most, total) = (0, 0, 0);
        var gate = new Lock();
        void Count(int change)
        {
            lock (gate)
            {
                open += change;
                most = Math.Max(most, open);
                total += change > 0 ? 1 : 0;
            }
        }

        var cameras = Enumerable.Range(0, 9).Select(i => new CameraToCheck($"c{i}", TimeSpan.FromSeconds(1), () => new FakeCamera(4) { Ends = true, Using = Count }, IsDevice: false));
        var found = await Examination.Of(new CameraCheck([.. cameras], Watch, TimeProvider.System));
        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"camera c{i}"), found.Select(finding => finding.Subject));
        Assert.Equal((0, 9), (open, total));
        Assert.InRange(most, 1, 4);
    }

    private static Task<Finding> Look(FakeCamera camera, bool isDevice = false) => Examination.Single(
        new CameraCheck([new CameraToCheck("gate", TimeSpan.FromMilliseconds(200), () => camera, isDevice)], Watch, TimeProvider.System));
}
