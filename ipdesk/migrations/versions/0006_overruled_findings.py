"""overruled findings, and what reviews rest on

Revision ID: 0006
Revises: 0005
Create Date: 2026-11-22 19:05:00

"""
import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "kept_reading",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_kept_reading")),
    )
    op.create_table(
        "overruling",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("referral_id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("severity", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("overruled_by", sa.String(length=32), nullable=False),
        sa.Column("overruled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_by", sa.String(length=32), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_overruling_case_id_case_file"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_overruling_referral_id_referral"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["overruled_by"], ["account.id"], name=op.f("fk_overruling_overruled_by_account")),
        sa.ForeignKeyConstraint(["taken_back_by"], ["account.id"], name=op.f("fk_overruling_taken_back_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overruling")),
    )
    with op.batch_alter_table("overruling", schema=None) as batch_op:
        batch_op.create_index("ix_overruling_finding", ["case_id", "key"], unique=False)
        batch_op.create_index(batch_op.f("ix_overruling_referral_id"), ["referral_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_overruling_rule"), ["rule"], unique=False)
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.add_column(sa.Column("grounds", sa.JSON(none_as_null=True), nullable=True))


def downgrade():
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_column("grounds")
    with op.batch_alter_table("overruling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_overruling_rule"))
        batch_op.drop_index(batch_op.f("ix_overruling_referral_id"))
        batch_op.drop_index("ix_overruling_finding")
    op.drop_table("overruling")
    op.drop_table("kept_reading")
