package quarterday.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SvgPictureTest {
  private static final int CLEAR = 0;
  private static final int RED = 0xffff0000;
  private static final int BLUE = 0xff0000ff;

  private static BufferedImage drawn(String shapes, int pixels) throws IOException {
    String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + shapes + "</svg>";
    return ImageIO.read(new ByteArrayInputStream(SvgPicture.parse(svg).png(pixels)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rect x='4' y='4' width='6' height='6' fill='#f00'/>",
        "<path d='M4 4h6v6h-6z' fill='#ff0000'/>",
        "<path d='M4,4 10,4 L10 10 4 10Z' fill='#F00'/>",
        "<path d='m4 4 6 0 0 6-6 0z' fill='#f00'/>",
        "<path d='M4 7h6' stroke='#f00' stroke-width='6' fill='none'/>",
        "<path d='M4 4H10V10H4V4' fill='#f00'/>",
        "<path d='M4 4C10 4 10 4 10 4c0 6 0 6 0 6H4Z' fill='#f00'/>"
      })
  void aShapeIsDrawnWhereItIs(String square) throws IOException {
    BufferedImage image = drawn(square, 20);

    assertThat(image.getWidth()).isEqualTo(20);
    assertThat(image.getRGB(7, 14)).isEqualTo(CLEAR);
    assertThat(image.getRGB(8, 8)).isEqualTo(RED);
    assertThat(image.getRGB(19, 19)).isEqualTo(RED);
    assertThat(image.getRGB(14, 7)).isEqualTo(CLEAR);
  }

  @Test
  void laterShapesLieAboveEarlierOnes() throws IOException {
    BufferedImage image =
        drawn(
            "<rect width='10' height='10' rx='5' fill='#f00'/><circle cx='5' cy='5' r='2' fill='#00f'/>",
            40);

    assertThat(image.getRGB(0, 0)).as("a rounded corner").isEqualTo(CLEAR);
    assertThat(image.getRGB(20, 4)).isEqualTo(RED);
    assertThat(image.getRGB(20, 20)).isEqualTo(BLUE);
    assertThat(image.getRGB(20, 30)).isEqualTo(RED);
  }

  @Test
  void aDashedLineHasGaps() throws IOException {
    BufferedImage image =
        drawn(
            "<path d='M0 5h10' stroke='#f00' stroke-width='2' stroke-dasharray='3 4' fill='none'/>",
            10);

    assertThat(image.getRGB(1, 5)).isEqualTo(RED);
    assertThat(image.getRGB(5, 5)).isEqualTo(CLEAR);
    assertThat(image.getRGB(8, 5)).isEqualTo(RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ellipse cx='1' cy='1' rx='1' ry='2'/>",
        "<g/>",
        "<path d='M1 1A2 2 0 0 1 3 3'/>",
        "<path d='M1 1L2'/>",
        "<path d='M1 1Z2 3'/>",
        "<path d='M1 1l1e2 3'/>"
      })
  void whatItCannotDrawIsRefused(String shape) {
    assertThatThrownBy(() -> drawn(shape, 10)).isInstanceOf(IllegalArgumentException.class);
  }
}
