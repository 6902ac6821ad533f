using System.Diagnostics;

namespace VideoIndex.Accuracy.Logos.Baseline;

/// <summary>Runs the baseline, which is a script for the Python of the machine.</summary>
internal static class BaselineCommand
{
    // Where several Pythons are installed, the system's own has the packages of the system.
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    public static int Run(IEnumerable<string> sets)
    {
        var python = Array.Find(Pythons, python => Call(python, ["-c", "import cv2"], quiet: true) == 0);
        if (python is null)
        {
            Console.Error.WriteLine("The baseline needs OpenCV for Python: apt-get install -y python3-opencv");
            return 1;
        }

        return Call(python, [Path.Combine(AppContext.BaseDirectory, "Logos", "Baseline", "sift_baseline.py"), .. sets], quiet: false);
    }

    private static int Call(string python, IEnumerable<string> arguments, bool quiet)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, arguments) { UseShellExecute = false, RedirectStandardError = quiet });
            if (quiet)
            {
                process?.StandardError.ReadToEnd();
            }

            process?.WaitForExit(Timeout.Infinite);
            return process?.ExitCode ?? 1;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 1; // there is no such Python
        }
    }
}
